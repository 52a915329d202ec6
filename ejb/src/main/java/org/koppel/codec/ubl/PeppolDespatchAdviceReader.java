package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Reads the despatch advice of Peppol BIS Despatch Advice 3 (transaction T16), as the back office sends it. */
@ApplicationScoped
public class PeppolDespatchAdviceReader implements DocumentReader<DespatchAdvice> {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<DespatchAdvice> sink)
            throws DocumentException, IOException {
        sink.accept(DespatchWalk.read(in, settings));
    }
}
