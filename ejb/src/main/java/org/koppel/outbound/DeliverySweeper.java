package org.koppel.outbound;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.koppel.platform.DatabaseMigration;

/**
 * Sends the ids of deliveries whose next attempt is due, and of those that a queue or a node lost. A backlog is left to the
 * dispatcher, which goes through it by itself: to send it again and again would only take the time that it needs.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliverySweeper {
    @Inject
    private DeliveryDesk desk;

    @Inject
    private DeliveryDispatcher dispatcher;

    @Inject
    private DeliveryQueue queue;

    @EJB
    private DatabaseMigration schema;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "delivery sweeper")
    public void sweep() {
        if (schema.isDone()) {
            queue.send(desk.waiting(dispatcher.attended()));
        }
    }
}
