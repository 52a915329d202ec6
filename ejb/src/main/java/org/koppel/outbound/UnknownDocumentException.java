package org.koppel.outbound;

import java.util.UUID;

/** There is no such document. */
public class UnknownDocumentException extends RuntimeException {
    public UnknownDocumentException(UUID id) {
        super("There is no document " + id);
    }
}
