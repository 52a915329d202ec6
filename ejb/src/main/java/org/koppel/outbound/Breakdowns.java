package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.koppel.platform.QueuedId;

/**
 * Failures of the server before an attempt begins, counted beside the delivery's row while the queue repeats; the attempt itself records
 * its failures on its own. Once the queue gives up, the delivery is parked with attempts and cause. One that never failed here (the
 * database was away) is left to the sweeper instead, because waiting cures that.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Breakdowns {
    private static final System.Logger LOG = System.getLogger(Breakdowns.class.getName());
    /** Fewer than the queue's own attempts, some of which may have died with a server before they were counted. */
    private static final int ENOUGH = 5;

    @Inject
    OutboundDeliveries deliveries;

    @Inject
    Clock clock;

    public void note(UUID id, Throwable failure) {
        deliveries.noteBreakdown(id, QueuedId.causeOf(failure), clock.instant());
    }

    /** The queue gave the delivery up. */
    public void giveUp(UUID id) {
        Instant now = clock.instant();
        if (deliveries.parkBroken(id, ENOUGH, now)) {
            LOG.log(Level.ERROR, "Gave up delivery {0}; the console shows why and can send it again", id);
        } else {
            LOG.log(
                    Level.WARNING,
                    "The queue gave delivery {0} up, but not for a fault of its own; the sweeper sends it again",
                    id);
        }
    }
}
