package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * The documents of a message come one after the other: each that was tried, well or not, calls the next. However many there are in one message, they take one
 * listener, and the messages of others find the rest free. All methods take part in the caller's transaction.
 */
@ApplicationScoped
class Turns {
    @Inject
    InboundMessages messages;

    @Inject
    Event<Due> due;

    /** The document was tried. */
    void pass(UUID document, Instant now) {
        messages.callNext(document, now).ifPresent(next -> due.fire(new Due(Work.DOCUMENT, next)));
    }
}
