package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** An invoice as a dBase file, one record for each line. */
@ApplicationScoped
public class InvoiceDbfWriter implements DocumentWriter<Invoice> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public String mediaType() {
        return "application/vnd.dbf";
    }

    @Override
    public String fileExtension() {
        return DbfFormat.ID.value();
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        DbfFormat.write(InvoiceTable.TABLE, invoice, settings, out);
    }
}
