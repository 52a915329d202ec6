package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Reads an invoice in our own JSON. */
@ApplicationScoped
public class OwnJsonInvoiceReader implements DocumentReader<Invoice> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Invoice> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(JsonTree.read(in), Invoice.class, OwnChecks::invoice));
    }
}
