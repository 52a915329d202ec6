package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The database part of a replay. */
@ApplicationScoped
@Transactional
class Reopening {
    @Inject
    private InboundMessages messages;

    @Inject
    private Clock clock;

    public void reopen(Work work, UUID id) {
        if (!messages.again(work, id, clock.instant())) {
            throw new UnknownMessageException(id);
        }
    }

    public void done(UUID message) {
        if (!messages.done(message, clock.instant())) {
            throw new UnknownMessageException(message);
        }
    }
}
