package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Reads invoice and credit note of Peppol BIS Billing 3, as plain UBL is read. */
@ApplicationScoped
public class PeppolInvoiceReader implements DocumentReader<Invoice> {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Invoice> sink)
            throws DocumentException, IOException {
        sink.accept(InvoiceWalk.read(in, settings));
    }
}
