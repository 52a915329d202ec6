package org.koppel.outbound;

import java.util.UUID;

/** The delivery is on its way at this moment; what was asked has to wait until the attempt has ended. */
public class IllegalDeliveryStateException extends RuntimeException {
    public IllegalDeliveryStateException(UUID id) {
        super("Delivery " + id + " is on its way right now: try again when this attempt has ended");
    }
}
