package org.koppel.inbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import java.util.List;
import org.koppel.platform.Queues;

/** Sends the id of a message or a document on, once it is committed; the fast path, the sweeper is what guarantees. */
@ApplicationScoped
class MessageQueue {
    @Inject
    private Queues queues;

    @Resource(lookup = "java:/jms/queue/InboundMessages")
    private Queue messages;

    @Resource(lookup = "java:/jms/queue/Documents")
    private Queue documents;

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) Due event) {
        queues.sendOrLeaveToSweeper(event.work() == Work.MESSAGE ? messages : documents, List.of(event.id()));
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) Intake.MessageStored event) {
        queues.sendOrLeaveToSweeper(messages, List.of(event.id()));
    }
}
