package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/**
 * Writes a delivery note as a tagged PDF on A4, with the order's number and every package's SSCC as GS1-128 barcodes, in the language of the
 * advice (nl, fr, de, en). It is rendered in memory first, so the stream gets all of it or nothing.
 */
@ApplicationScoped
public class DespatchAdvicePdfWriter implements DocumentWriter<DespatchAdvice> {
    private final ReportTemplate template = new ReportTemplate("despatch-advice-pdf");

    @Override
    public FormatId format() {
        return OrderResponsePdfWriter.FORMAT;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileExtension() {
        return "pdf";
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ReportContent content = DespatchContent.of(advice, settings);
        out.write(Rendering.of("despatch advice " + advice.number(), () -> PdfExport.of(template, content)));
    }
}
