package org.koppel.inbound;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import org.koppel.platform.DatabaseMigration;
import org.koppel.platform.Queues;

/** Sends the ids of rows again that wait too long, because a queue, a node or a moment lost them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundSweeper {
    @Inject
    private WaitingWork waiting;

    @Inject
    private Queues queues;

    @Resource(lookup = "java:/jms/queue/InboundMessages")
    private Queue messages;

    @Resource(lookup = "java:/jms/queue/Documents")
    private Queue documents;

    @EJB
    private DatabaseMigration schema;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "inbound sweeper")
    public void sweep() {
        if (schema.isDone()) {
            queues.sendAgain(messages, waiting.of(Work.MESSAGE));
            queues.sendAgain(documents, waiting.of(Work.DOCUMENT));
        }
    }
}
