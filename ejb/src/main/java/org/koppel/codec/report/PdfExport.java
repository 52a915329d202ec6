package org.koppel.codec.report;

import java.io.ByteArrayOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** A filled layout as a tagged PDF, with language, title and author in its metadata. */
final class PdfExport {
    private PdfExport() {}

    static byte[] of(ReportTemplate template, ReportContent content) throws JRException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(template.fill(content)));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
        exporter.setConfiguration(configuration(content));
        exporter.exportReport();
        return pdf.toByteArray();
    }

    private static SimplePdfExporterConfiguration configuration(ReportContent content) {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        configuration.setTagged(true);
        configuration.setTagLanguage(content.locale().toLanguageTag());
        configuration.setMetadataTitle(content.title());
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor(content.author());
        configuration.setMetadataCreator("Koppel");
        return configuration;
    }
}
