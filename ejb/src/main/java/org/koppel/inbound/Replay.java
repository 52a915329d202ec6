package org.koppel.inbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.Queues;

/** A person puts something back to work that failed or is held as a conflict. */
@ApplicationScoped
public class Replay {
    private static final System.Logger LOG = System.getLogger(Replay.class.getName());

    @Inject
    private Reopening reopening;

    @Inject
    private Queues queues;

    @Resource(lookup = "java:/jms/queue/InboundMessages")
    private Queue messages;

    @Resource(lookup = "java:/jms/queue/Documents")
    private Queue documents;

    /** @throws UnknownMessageException when there is no such message that failed or is held */
    public void message(UUID id, String byWhom) {
        reopening.reopen(Work.MESSAGE, id);
        LOG.log(Level.INFO, "Message {0} is replayed by {1}", id, byWhom);
        queues.sendOrLeaveToSweeper(messages, List.of(id));
    }

    /** @throws UnknownMessageException when there is no such document that failed or is held */
    public void document(UUID id, String byWhom) {
        reopening.reopen(Work.DOCUMENT, id);
        LOG.log(Level.INFO, "Document {0} is replayed by {1}", id, byWhom);
        queues.sendOrLeaveToSweeper(documents, List.of(id));
    }
}
