package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** A person puts something back to work that failed or is held as a conflict, as soon as the caller's transaction is through. */
@ApplicationScoped
@Transactional
public class Replay {
    private static final System.Logger LOG = System.getLogger(Replay.class.getName());

    @Inject
    private Reopening reopening;

    @Inject
    private Event<Due> due;

    /** @throws UnknownMessageException when there is no such message that failed or is held */
    public void message(UUID id, String byWhom) {
        reopening.reopen(Work.MESSAGE, id);
        LOG.log(Level.INFO, "Message {0} is replayed by {1}", id, byWhom);
        due.fire(new Due(Work.MESSAGE, id));
    }

    /** A person has read a message that was held and done what it asks. @throws UnknownMessageException when none is held */
    public void done(UUID id, String byWhom) {
        reopening.done(id);
        LOG.log(Level.INFO, "Message {0} was dealt with by {1}", id, byWhom);
    }

    /** @throws UnknownMessageException when there is no such document that failed or is held */
    public void document(UUID id, String byWhom) {
        reopening.reopen(Work.DOCUMENT, id);
        LOG.log(Level.INFO, "Document {0} is replayed by {1}", id, byWhom);
        due.fire(new Due(Work.DOCUMENT, id));
    }
}
