package org.koppel.inbound;

import java.util.UUID;

/** There is no such message, or it is not one that can be worked on again. */
public class UnknownMessageException extends RuntimeException {
    public UnknownMessageException(UUID id) {
        super("There is no message or document " + id + " that can be worked on");
    }
}
