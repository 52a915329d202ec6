package org.koppel.codec;

import java.util.Optional;

/** Reads what a partner's system says at once, on the same connection, to a document of ours (cXML Response). Found by CDI. */
public interface AnswerReader {

    FormatId format();

    /** Empty when this is no answer in this format. @param body at least its beginning */
    Optional<Answer> read(byte[] body);

    /** {@code code} and {@code text} are the partner's. */
    record Answer(Verdict verdict, String code, String text) {}

    /** What the answer means for the delivery. */
    enum Verdict {
        TAKEN,
        LATER,
        REFUSED
    }
}
