package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Reads despatch advices of the back office from CSV. */
@ApplicationScoped
public class DespatchAdviceCsvReader implements DocumentReader<DespatchAdvice> {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<DespatchAdvice> sink)
            throws DocumentException, IOException {
        DespatchAdviceRows.DOCUMENTS.read(format(), in, settings, sink);
    }
}
