package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.inbound.DocumentHandler;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.platform.Json;
import org.koppel.platform.Secrets;

/**
 * Takes a new order once: a number that the customer used before is the same order again, or a contradiction that a person must
 * look at, but never a second order.
 */
@ApplicationScoped
public class OrderHandler implements DocumentHandler<Order> {
    @Inject
    private PurchaseOrders orders;

    @Inject
    private OrderIntake intake;

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public Handled handle(Order order, Received received) {
        byte[] digest = digest(order);
        Optional<PurchaseOrder> existing = orders.byNumber(received.customer(), order.number());
        if (existing.isEmpty()) {
            return Handled.processed().of(intake.take(order, digest, received).id());
        }
        Handled repeated = existing.get().says(digest) ? Handled.processed() : Handled.conflict(numberUsed(order));
        return repeated.of(existing.get().id());
    }

    private static Problem numberUsed(Order order) {
        return new Problem(
                "ORDER_NUMBER_USED",
                "order " + order.number(),
                "This customer already sent order " + order.number()
                        + " with other content. The first one stands: ask the"
                        + " buyer for a new number, or for a change order.");
    }

    /** SHA-256 of what the order says; when it was written is left out, because a repeat is often written anew. */
    static byte[] digest(Order order) {
        return Secrets.sha256(Json.write(timeless(order)));
    }

    static Order timeless(Order order) {
        return new Order(
                order.number(),
                order.version(),
                null,
                order.currency(),
                order.language(),
                order.test(),
                order.buyer(),
                order.invoicee(),
                order.shipTo(),
                order.requestedDelivery(),
                order.note(),
                order.total(),
                order.references(),
                order.lines());
    }
}
