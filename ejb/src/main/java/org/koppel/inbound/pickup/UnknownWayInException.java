package org.koppel.inbound.pickup;

import java.util.UUID;

/** There is no such way in, or it is switched off. */
public class UnknownWayInException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownWayInException(UUID id) {
        super("There is no way in " + id + " that is on");
    }
}
