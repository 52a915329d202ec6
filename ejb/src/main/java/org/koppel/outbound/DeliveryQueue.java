package org.koppel.outbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.Queues;

/** Sends ids of deliveries on, once they are committed; the fast path, the sweeper is what guarantees. */
@ApplicationScoped
class DeliveryQueue {
    @Inject
    Queues queues;

    @Inject
    DeliveryDispatcher dispatcher;

    @Resource(lookup = "java:/jms/queue/Deliveries")
    Queue deliveries;

    /** A partner without a place stands in line now, and what it is to get waits in the database: its id would come for nothing. */
    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.DeliveriesDue event) {
        if (!event.ids().isEmpty() && dispatcher.admits(event.partner())) {
            send(event.ids());
        }
    }

    void send(List<UUID> ids) {
        queues.sendOrLeaveToSweeper(deliveries, ids);
    }
}
