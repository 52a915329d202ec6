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

    @Resource(lookup = "java:/jms/queue/Deliveries")
    Queue deliveries;

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.DeliveriesDue event) {
        send(event.ids());
    }

    void send(List<UUID> ids) {
        queues.sendOrLeaveToSweeper(deliveries, ids);
    }
}
