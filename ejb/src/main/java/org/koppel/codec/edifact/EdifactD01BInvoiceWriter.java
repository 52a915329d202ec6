package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Writes INVOIC D.01B. */
@ApplicationScoped
public class EdifactD01BInvoiceWriter extends EdifactWriter<Invoice> {

    public EdifactD01BInvoiceWriter() {
        super(Edifact.D01B, Invoice.class);
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactInvoice.write(invoice, EdifactInvoice.Version.D01B, settings, out);
    }
}
