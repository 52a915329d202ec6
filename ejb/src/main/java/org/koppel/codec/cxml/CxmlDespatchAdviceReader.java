package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Reads a cXML 1.2 {@code ShipNoticeRequest} of a back office: what left of an order. */
@ApplicationScoped
public class CxmlDespatchAdviceReader implements DocumentReader<DespatchAdvice> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<DespatchAdvice> sink)
            throws DocumentException, IOException {
        sink.accept(ShipNoticeWalk.read(in, settings));
    }
}
