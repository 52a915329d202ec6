package org.koppel.outbound;

import java.util.UUID;

/** There is no such delivery. */
public class UnknownDeliveryException extends RuntimeException {
    public UnknownDeliveryException(UUID id) {
        super("There is no delivery " + id);
    }
}
