package org.koppel.codec;

import java.util.Optional;

/** Takes the segments of one message, between its header and its trailer, and makes a document of them. */
public interface EdiMessage<T> {

    /** The next segment of the message. */
    void take(EdiSegment segment);

    /** The document's own number, as far as it was read. */
    Optional<String> number();

    /** Checks what must not be missing; the trailer is given for the place. Empty when there are problems. */
    Optional<T> finish(EdiSegment trailer);
}
