package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Reads invoices and credit notes of the back office from XLSX. */
@ApplicationScoped
public class InvoiceXlsxReader implements DocumentReader<Invoice> {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Invoice> sink)
            throws DocumentException, IOException {
        InvoiceRows.DOCUMENTS.read(format(), in, settings, sink);
    }
}
