package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.Order;
import org.koppel.inbound.MessageReferences;
import org.koppel.party.Customer;
import org.koppel.party.Customers;

/** Orders that wait for a person, with what an answer to them needs. */
@ApplicationScoped
class HeldOrders {
    @Inject
    PurchaseOrders orders;

    @Inject
    Archive archive;

    @Inject
    MessageReferences references;

    @Inject
    Customers customers;

    @Inject
    CartTakeOver takeOver;

    /** {@code messageId} is the buyer's id of the message the order came in; may be null. */
    record Held(PurchaseOrder purchaseOrder, Order order, String messageId, Customer customer) {}

    /**
     * The order, locked until the transaction ends.
     *
     * @param step what is to be done with it, for the message
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when it is not held (any more)
     */
    Held take(UUID id, String step) {
        PurchaseOrder held = orders.lock(id).orElseThrow(() -> new UnknownOrderException(id));
        if (held.status() != PurchaseOrder.Status.HELD) {
            throw new IllegalOrderStateException(held.number(), held.status(), step);
        }
        ArchivedDocument document = archive.byId(held.document()).orElseThrow();
        Customer customer = customers.byId(held.customer()).orElseThrow();
        Order asItCame = document.as(Order.class);
        Order order = held.cart()
                .map(cart -> takeOver.completed(asItCame, customer, cart))
                .orElse(asItCame);
        return new Held(held, order, references.of(document.message()).orElse(null), customer);
    }
}
