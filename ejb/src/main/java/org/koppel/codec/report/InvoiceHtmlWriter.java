package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/**
 * Writes an invoice or credit note as one HTML file for a mail. Language (nl, fr, de, en) and country come from the invoice; the settings decide only
 * when it names no language.
 */
@ApplicationScoped
public class InvoiceHtmlWriter extends ReportWriter<Invoice> {

    public InvoiceHtmlWriter() {
        super(Invoice.class, Medium.HTML, "invoice-html");
    }

    @Override
    ReportContent content(Invoice invoice, FormatSettings settings) throws DocumentException {
        return InvoiceContent.of(invoice, settings);
    }
}
