package org.koppel.codec.report;

import java.io.IOException;
import net.sf.jasperreports.engine.JRException;
import org.koppel.codec.FormatId;

/** What a filled layout becomes for its reader. */
enum Medium {
    /** One file for a mail: tables with inline styles, no script, nothing from outside, pictures as {@code data:} addresses. */
    HTML("text/html; charset=UTF-8", "html", HtmlExport::of),
    /** Tagged pages on A4. */
    PDF("application/pdf", "pdf", PdfExport::of);

    private final String mediaType;
    private final FormatId format;
    private final Export export;

    Medium(String mediaType, String format, Export export) {
        this.mediaType = mediaType;
        this.format = new FormatId(format);
        this.export = export;
    }

    String mediaType() {
        return mediaType;
    }

    /** Named as its files end. */
    FormatId format() {
        return format;
    }

    /**
     * @param what what is being rendered, for the message; no contents
     * @throws IOException when JasperReports fails
     */
    byte[] render(String what, ReportTemplate template, ReportContent content) throws IOException {
        return Rendering.of(what + " as " + this, () -> export.of(template, content));
    }

    private interface Export {
        byte[] of(ReportTemplate template, ReportContent content) throws JRException;
    }
}
