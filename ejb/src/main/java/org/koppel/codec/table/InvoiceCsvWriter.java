package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** An invoice as CSV, one row for each line. */
@ApplicationScoped
public class InvoiceCsvWriter implements DocumentWriter<Invoice> {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String fileExtension() {
        return CsvFormat.ID.value();
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        CsvFormat.write(InvoiceTable.TABLE, invoice, settings, out);
    }
}
