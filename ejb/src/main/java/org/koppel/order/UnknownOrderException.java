package org.koppel.order;

import java.util.UUID;

/** There is no such order. */
public class UnknownOrderException extends RuntimeException {
    public UnknownOrderException(UUID id) {
        super("There is no order " + id);
    }
}
