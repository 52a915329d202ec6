package org.koppel.codec;

import java.util.List;

/** The outside of a message lacks something, but says who sends what: so the rest can be judged as well. */
public class IncompleteEnvelopeException extends DocumentException {
    private static final long serialVersionUID = 1;

    private final transient Envelope envelope;

    /** @param envelope what could be read; its reference may be null */
    public IncompleteEnvelopeException(List<Problem> problems, Envelope envelope) {
        super(problems);
        this.envelope = envelope;
    }

    public Envelope envelope() {
        return envelope;
    }
}
