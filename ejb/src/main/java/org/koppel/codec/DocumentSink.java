package org.koppel.codec;

import java.util.List;
import java.util.Optional;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.RefusedDocument;
import org.koppel.platform.StoredFile;

/** Takes the documents of one message one by one, so that a message of any size flows through. */
public interface DocumentSink<T> {

    /** A document that was read completely. */
    void accept(T document);

    /**
     * Keeps a file that is inside the document which follows.
     *
     * @return what the document calls it by ({@code Reference.Kind.ATTACHMENT}); empty from a sink that keeps nothing
     */
    default Optional<String> keep(StoredFile file) {
        return Optional.empty();
    }

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
