package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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
    RevisedOrders revised;

    /**
     * {@code order} is as its buyer wants it now; {@code messageId} the buyer's id of the message that brought it so far, may be
     * null; {@code change} is there when the order was answered before and waits only because of that change.
     */
    record Held(
            PurchaseOrder purchaseOrder,
            Order order,
            String messageId,
            Customer customer,
            Optional<OrderRevision> change) {}

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
        List<OrderRevision> revisions = orders.revisions(id);
        String messageId = revisions.stream()
                .filter(OrderRevision::stands)
                .reduce((first, second) -> second)
                .map(OrderRevision::messageReference)
                .orElseGet(() -> references.of(document.message()).orElse(null));
        return new Held(
                held,
                revised.completed(held, revisions, customer),
                messageId,
                customer,
                revisions.stream().filter(OrderRevision::isPending).findFirst());
    }
}
