package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.document.Order;
import org.koppel.party.Customer;
import org.koppel.party.Customers;

/** A person lets a held order go: it is judged by today's prices and stock, and answered. */
@ApplicationScoped
@Transactional
public class OrderConfirmation {
    @Inject
    private PurchaseOrders orders;

    @Inject
    private OrderAnswer answer;

    @Inject
    private Archive archive;

    @Inject
    private Customers customers;

    /**
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when it was answered before
     */
    public void confirm(UUID orderId) {
        PurchaseOrder held = orders.lock(orderId).orElseThrow(() -> new UnknownOrderException(orderId));
        if (held.status() != PurchaseOrder.Status.HELD) {
            throw new IllegalOrderStateException(held.number(), held.status(), "confirm");
        }
        Order order = archive.byId(held.document()).orElseThrow().as(Order.class);
        Customer customer = customers.byId(held.customer()).orElseThrow();
        answer.answer(held, order, null, customer, answer.offers(customer, order));
    }
}
