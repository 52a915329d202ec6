package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.engine.export.HtmlResourceHandler;
import net.sf.jasperreports.engine.util.JRStringUtil;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterConfiguration;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import net.sf.jasperreports.export.SimpleHtmlReportConfiguration;
import net.sf.jasperreports.export.type.HtmlBorderCollapseEnum;
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
        JasperPrint print = template.fill(content);
        StringBuilder html = new StringBuilder(64 * 1024);
        SimpleHtmlExporterOutput output = new SimpleHtmlExporterOutput(html);
        output.setImageHandler(new LogoAddress());
        HtmlExporter exporter = new HtmlExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(output);
        exporter.setConfiguration(frame(content));
        exporter.setConfiguration(layout());
        exporter.exportReport();
        return MailHtml.tidy(html).getBytes(StandardCharsets.UTF_8);
    }

    private static SimpleHtmlExporterConfiguration frame(ReportContent content) {
        SimpleHtmlExporterConfiguration configuration = new SimpleHtmlExporterConfiguration();
        configuration.setHtmlHeader(
                MailHtml.head(content.locale().toLanguageTag(), JRStringUtil.encodeXmlAttribute(content.title())));
        configuration.setHtmlFooter(MailHtml.FOOT);
        return configuration;
    }

    private static SimpleHtmlReportConfiguration layout() {
        SimpleHtmlReportConfiguration configuration = new SimpleHtmlReportConfiguration();
        configuration.setAccessibleHtml(true);
        configuration.setBorderCollapse(HtmlBorderCollapseEnum.SEPARATE);
        configuration.setIgnorePageMargins(true);
        configuration.setWhitePageBackground(false);
        return configuration;
    }

    /** Logos are the only pictures: each gets its {@code data:} address, which holds it. */
    private static final class LogoAddress implements HtmlResourceHandler {
        private final Map<String, String> addresses = new HashMap<>();

        @Override
        public String getResourcePath(String id) {
            return addresses.getOrDefault(id, Logo.OURS.dataUri());
        }

        @Override
        public void handleResource(String id, byte[] data) {
            addresses.put(id, "data:image/png;base64," + Base64.getEncoder().encodeToString(data));
        }
    }
}
