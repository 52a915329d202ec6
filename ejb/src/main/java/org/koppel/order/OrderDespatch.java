package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.document.Order;
import org.koppel.inbound.MessageReferences;
import org.koppel.party.Customer;
import org.koppel.party.Customers;

/** Notes that goods of an order left, for whoever tells the buyer. Takes part in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderDespatch {
    @Inject
    PurchaseOrders orders;

    @Inject
    RevisedOrders revised;

    @Inject
    Customers customers;

    @Inject
    Archive archive;

    @Inject
    MessageReferences references;

    @Inject
    Clock clock;

    /**
     * What an advice needs: {@code order} as its buyer wants it now, {@code messageId} of the message it came in (may be null),
     * the lines as they stand after this despatch, how many despatches there were with this one.
     */
    public record Despatched(
            Customer customer,
            Order order,
            String messageId,
            boolean complete,
            int count,
            List<OrderLineState> lines,
            Map<String, BigDecimal> outstanding) {}

    /**
     * @param quantities by the buyer's line number, in the unit of the line; more than zero each
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when the order is not confirmed, or nothing of it is left to despatch
     * @throws InvalidDespatchException when a line is not one of the order, or more would leave than was confirmed
     */
    public Despatched despatch(UUID id, Map<String, BigDecimal> quantities) {
        PurchaseOrder order = orders.lock(id).orElseThrow(() -> new UnknownOrderException(id));
        order.despatch(quantities, clock.instant());
        Customer customer = customers.byId(order.customer()).orElseThrow();
        List<OrderRevision> revisions = orders.revisions(id);
        String messageId = revisions.stream()
                .filter(OrderRevision::stands)
                .reduce((first, second) -> second)
                .map(OrderRevision::messageReference)
                .orElseGet(() -> archive.byId(order.document())
                        .flatMap(d -> references.of(d.message()))
                        .orElse(null));
        return new Despatched(
                customer,
                revised.completed(order, revisions, customer),
                messageId,
                order.status() == PurchaseOrder.Status.DESPATCHED,
                order.despatches(),
                order.lineStates(),
                order.outstanding());
    }
}
