package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/**
 * Writes a delivery note as a tagged PDF on A4, with the order's number and every package's SSCC as GS1-128 barcodes, in the language of the
 * advice (nl, fr, de, en).
 */
@ApplicationScoped
public class DespatchAdvicePdfWriter extends ReportWriter<DespatchAdvice> {

    public DespatchAdvicePdfWriter() {
        super(DespatchAdvice.class, Medium.PDF, "despatch-advice-pdf");
    }

    @Override
    ReportContent content(DespatchAdvice advice, FormatSettings settings) throws DocumentException {
        return DespatchContent.of(advice, settings);
    }
}
