package org.koppel.codec.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** JasperReports alone: the same layout, loaded once, filled with texts that are ready, exported as the same kind of PDF. */
public final class BareJasper {
    private final JasperReport report;
    private final ReportContent content;

    public BareJasper(OrderResponse response) throws IOException, JRException, DocumentException {
        try (InputStream in =
                BareJasper.class.getResourceAsStream("/org/koppel/codec/report/order-response-pdf.jasper")) {
            report = (JasperReport) JRLoader.loadObject(in);
        }
        content = ReportContent.of(response, FormatSettings.DEFAULT);
    }

    public byte[] pdf() throws JRException {
        JasperPrint print = JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance())
                .fill(report, new HashMap<>(content.parameters()), new ReportRows(content.rows()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        configuration.setTagged(true);
        exporter.setConfiguration(configuration);
        exporter.exportReport();
        return out.toByteArray();
    }
}
