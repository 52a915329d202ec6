package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Reads a despatch advice of the back office in our own XML. */
@ApplicationScoped
public class OwnXmlDespatchAdviceReader implements DocumentReader<DespatchAdvice> {

    @Override
    public FormatId format() {
        return OwnXml.FORMAT;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<DespatchAdvice> sink)
            throws DocumentException, IOException {
        sink.accept(OwnDocuments.read(
                OwnXml.read(in, DespatchAdvice.class), DespatchAdvice.class, OwnChecks::despatchAdvice));
    }
}
