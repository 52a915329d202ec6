package org.koppel.codec;

import java.util.List;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.RefusedDocument;

/** Takes the documents of one message one by one, so that a message of any size flows through. */
public interface DocumentSink<T> {

    /** A document that was read completely. */
    void accept(T document);

    /**
     * A document of an interchange that is wrong; its neighbours go on. Unless the sink has a use for it, the whole message is
     * refused.
     */
    default void refuse(RefusedDocument document, List<Problem> problems) throws DocumentException {
        throw new DocumentException(problems);
    }

    /** What the sender is to be told of the interchange; comes last, also before a refusal of the whole. */
    default void receipt(InterchangeReceipt receipt) {
        // most formats have none
    }
}
