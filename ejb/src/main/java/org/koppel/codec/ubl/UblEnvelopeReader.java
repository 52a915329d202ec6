package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;

/** Reads the head of any document of UBL 2.1. It proves nobody: who sends it has to show otherwise. */
@ApplicationScoped
public class UblEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return EnvelopeWalk.recognises(head, false);
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        return EnvelopeWalk.read(in);
    }
}
