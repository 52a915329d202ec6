package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.QueuedId;
import org.koppel.platform.Settings;

/**
 * Rows whose id was sent long ago and that have not been worked on to an end. Several nodes may ask at once: each row goes to one of
 * them.
 */
@ApplicationScoped
@Transactional
class WaitingWork {
    private static final System.Logger LOG = System.getLogger(WaitingWork.class.getName());
    /** The first one is not among them: it is not counted, so that what goes well costs no commit more. */
    private static final int MOST_BROKEN_OFF = 3;

    private static final String BROKEN_OFF = "BROKEN_OFF: The server ended during each of the last " + MOST_BROKEN_OFF
            + " attempts. Look into the server's log of those times; have the sender send less in one message if memory ran"
            + " out, or try again when the cause is mended";

    @Inject
    InboundMessages rows;

    @Inject
    Turns turns;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Those to be sent again. Those that end their server each time are given up instead, for a person. */
    public List<QueuedId> of(Work work) {
        Instant now = clock.instant();
        Instant stale = now.minus(settings.sweepAfter());
        for (UUID id : rows.giveUpBrokenOff(work, MOST_BROKEN_OFF, BROKEN_OFF, stale, now)) {
            LOG.log(Level.ERROR, "Gave up {0} {1}, during which the server ended each time", work, id);
            if (work == Work.DOCUMENT) {
                turns.pass(id, now);
            }
        }
        return rows.takeWaiting(work, stale, now);
    }
}
