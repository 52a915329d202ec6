package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Reads a cXML 1.2 {@code InvoiceDetailRequest} of a back office. */
@ApplicationScoped
public class CxmlInvoiceReader implements DocumentReader<Invoice> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Invoice> sink)
            throws DocumentException, IOException {
        sink.accept(InvoiceDetailWalk.read(in, settings));
    }
}
