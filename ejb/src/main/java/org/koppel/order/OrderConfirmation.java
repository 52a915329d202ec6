package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A person lets a held order, or its change, go: it is judged by today's prices and stock, and answered. */
@ApplicationScoped
@Transactional
public class OrderConfirmation {
    @Inject
    HeldOrders held;

    @Inject
    OrderAnswer answer;

    @Inject
    RevisedOrders revised;

    /**
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when it was answered before
     */
    public void confirm(UUID order) {
        HeldOrders.Held it = held.take(order, "confirm");
        if (it.change().isPresent()) {
            revised.grant(it.change().get(), it.purchaseOrder(), it.customer());
            return;
        }
        answer.answer(
                it.purchaseOrder(),
                it.order(),
                it.messageId(),
                it.customer(),
                answer.offers(it.customer(), it.order()));
    }
}
