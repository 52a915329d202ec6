package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/**
 * Writes an invoice or credit note as a tagged PDF on A4. Language (nl, fr, de, en) and country come from the invoice; the settings decide only
 * when it names no language.
 */
@ApplicationScoped
public class InvoicePdfWriter extends ReportWriter<Invoice> {

    public InvoicePdfWriter() {
        super(Invoice.class, Medium.PDF, "invoice-pdf");
    }

    @Override
    ReportContent content(Invoice invoice, FormatSettings settings) throws DocumentException {
        return InvoiceContent.of(invoice, settings);
    }
}
