package org.koppel.codec.report;

import java.io.InputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** A layout that the build compiled, loaded from our own archive at first use and kept. Safe to use from many threads. */
final class ReportTemplate {
    private final String resource;
    private volatile JasperReport report;

    /** @param name the layout's file in {@code src/main/jrxml}, without extension */
    ReportTemplate(String name) {
        this.resource = name + ".jasper";
    }

    /** The layout with the content in it, in memory. */
    JasperPrint fill(ReportContent content) throws JRException {
        return JasperFillManager.fillReport(loaded(), content.parameters(), new ReportRows(content.rows()));
    }

    private JasperReport loaded() throws JRException {
        JasperReport known = report;
        return known == null ? load() : known;
    }

    private synchronized JasperReport load() throws JRException {
        if (report == null) {
            InputStream in = ReportTemplate.class.getResourceAsStream(resource);
            if (in == null) {
                throw new IllegalStateException("The archive lacks " + resource);
            }
            report = (JasperReport) JRLoader.loadObject(in);
        }
        return report;
    }
}
