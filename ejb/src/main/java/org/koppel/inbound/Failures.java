package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.koppel.platform.QueuedId;

/**
 * Failures of the machine, beside the row they hit: counted while the queue repeats, and FAILED once the queue gives up. A row
 * that never failed here (the database was away) is left to the sweeper instead, because waiting cures that.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());
    /** Fewer than the queue's own attempts, some of which may have died with a server before they were counted. */
    private static final int ENOUGH = 5;

    @Inject
    InboundMessages messages;

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    /**
     * Counts an attempt before it begins at what a sweeper brought again: should the server end during it, nobody can count it
     * afterwards. What comes for the first time is not counted, which would be a commit more for every message.
     */
    public void begin(Work work, UUID id, int begun) {
        messages.begin(work, id, begun, clock.instant());
    }

    public void note(Work work, UUID id, Throwable failure) {
        Instant now = clock.instant();
        boolean first = messages.noteFailure(work, id, QueuedId.causeOf(failure), now);
        if (first && work == Work.DOCUMENT) {
            turns.pass(id, now); // its neighbours do not wait for the queue's patience with it
        }
    }

    /** The queue gave an id up. */
    public void giveUp(Work work, UUID id) {
        if (messages.giveUp(work, id, ENOUGH, clock.instant())) {
            LOG.log(Level.ERROR, "Gave up {0} {1}; the console shows why and can replay it", work, id);
        }
    }
}
