package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/**
 * Writes an invoice or credit note as one HTML file for a mail: tables with inline styles, no script, nothing from outside, the
 * logo as a {@code data:} address. In the language of the invoice (nl, fr, de, en). It is rendered in memory first, so the
 * stream gets all of it or nothing.
 */
@ApplicationScoped
public class InvoiceHtmlWriter implements DocumentWriter<Invoice> {
    public static final FormatId FORMAT = new FormatId("html");
    private final ReportTemplate template = new ReportTemplate("invoice-html");

    @Override
    public FormatId format() {
        return FORMAT;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public String mediaType() {
        return "text/html; charset=UTF-8";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    /** Language and country come from the invoice; {@code settings} decides only when it names no language. */
    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ReportContent content = InvoiceContent.of(invoice, settings);
        out.write(Rendering.of("invoice " + invoice.number() + " as HTML", () -> export(content)));
    }

    private byte[] export(ReportContent content) throws JRException {
        return HtmlExport.of(template, content);
    }
}
