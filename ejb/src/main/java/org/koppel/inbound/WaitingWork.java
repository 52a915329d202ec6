package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.Settings;

/** Rows whose id was sent long ago and that nobody worked on. Several nodes may ask at once: each row goes to one of them. */
@ApplicationScoped
@Transactional
class WaitingWork {
    @Inject
    private InboundMessages rows;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public List<UUID> messages() {
        Instant now = clock.instant();
        return rows.takeWaitingMessages(now.minus(settings.sweepAfter()), now);
    }

    public List<UUID> documents() {
        Instant now = clock.instant();
        return rows.takeWaitingDocuments(now.minus(settings.sweepAfter()), now);
    }
}
