package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;

/** Reads the head of an interchange whose first message is of D.96A or a neighbouring directory. It proves nobody. */
@ApplicationScoped
public class EdifactD96AEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return Edifact.D96A;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return EdifactEnvelope.recognises(head, format());
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        return EdifactEnvelope.read(in);
    }

    @Override
    public boolean holdsMany() {
        return true;
    }
}
