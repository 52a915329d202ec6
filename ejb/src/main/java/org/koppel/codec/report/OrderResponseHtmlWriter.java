package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/**
 * Writes an order confirmation as one HTML file for a mail: tables with inline styles, no script, nothing from outside, the
 * logo as a {@code data:} address. In the language of the response (nl, fr, de, en). It is rendered in memory first, so the
 * stream gets all of it or nothing.
 */
@ApplicationScoped
public class OrderResponseHtmlWriter implements DocumentWriter<OrderResponse> {
    public static final FormatId FORMAT = new FormatId("html");
    private final ReportTemplate template = new ReportTemplate("order-response-html");

    @Override
    public FormatId format() {
        return FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public String mediaType() {
        return "text/html; charset=UTF-8";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    /** Language and country come from the response; {@code settings} decides only when it names no language. */
    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ReportContent content = ReportContent.of(response, settings);
        out.write(Rendering.of("order response " + response.number() + " as HTML", () -> export(content)));
    }

    /** Loads layout, fonts and classes, so that the first document does not wait for them. */
    void warmUp() throws IOException {
        Rendering.of("an empty HTML page", () -> export(ReportContent.blank()));
    }

    private byte[] export(ReportContent content) throws JRException {
        return HtmlExport.of(template, content);
    }
}
