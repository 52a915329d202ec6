package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;

/** Reads the head of any document of Peppol BIS 3. It proves nobody: who sends it has to show otherwise. */
@ApplicationScoped
public class PeppolEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return EnvelopeWalk.recognises(head, true);
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        return EnvelopeWalk.read(in);
    }
}
