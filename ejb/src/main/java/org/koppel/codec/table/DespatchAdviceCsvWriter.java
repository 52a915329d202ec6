package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** A despatch advice as CSV, one row for each line. */
@ApplicationScoped
public class DespatchAdviceCsvWriter implements DocumentWriter<DespatchAdvice> {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String fileExtension() {
        return CsvFormat.ID.value();
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        CsvFormat.write(DespatchAdviceTable.TABLE, advice, settings, out);
    }
}
