package org.koppel.codec.report;

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

/** A filled layout as one HTML file for a mail: inline styles, no script, nothing from outside. */
final class HtmlExport {
    private HtmlExport() {}

    static byte[] of(ReportTemplate template, ReportContent content) throws JRException {
        JasperPrint print = template.fill(content);
        StringBuilder html = new StringBuilder(64 * 1024);
        SimpleHtmlExporterOutput output = new SimpleHtmlExporterOutput(html);
        output.setImageHandler(new PictureAddress());
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

    /** Logos and barcodes: each gets its {@code data:} address, which holds it. */
    private static final class PictureAddress implements HtmlResourceHandler {
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
