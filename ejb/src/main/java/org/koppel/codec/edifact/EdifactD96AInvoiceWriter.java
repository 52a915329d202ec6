package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Writes INVOIC D.96A. */
@ApplicationScoped
public class EdifactD96AInvoiceWriter extends EdifactWriter<Invoice> {

    public EdifactD96AInvoiceWriter() {
        super(Edifact.D96A, Invoice.class);
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactInvoice.write(invoice, EdifactInvoice.Version.D96A, settings, out);
    }
}
