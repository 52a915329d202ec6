package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.inbound.MessageReferences;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

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
     * Why it would be refused; empty when it would not. The order is locked from here on.
     *
     * @param units of the quantities, by line number; a line that names none is in the order's unit
     */
    public List<Problem> against(
            UUID id, Map<String, BigDecimal> quantities, Map<String, UnitCode> units, boolean test) {
        PurchaseOrder order = orders.lock(id).orElseThrow(() -> new UnknownOrderException(id));
        String place = "order " + order.number();
        if (order.isTest() != test) {
            return List.of(new Problem(
                    "TEST_DIFFERS",
                    place,
                    "Order and despatch advice are not both tests, or both real; send it as the order came."));
        }
        if (!order.mayLeave()) {
            return List.of(new Problem(
                    "ORDER_NOT_OPEN",
                    place,
                    "The order is " + order.status()
                            + ": only what was confirmed and has not left can be despatched."));
        }
        List<Problem> against = new ArrayList<>(order.againstDespatch(quantities));
        for (OrderLineState line : order.lineStates()) {
            UnitCode unit = units.get(line.number());
            if (unit != null && !Units.fit(unit, new UnitCode(line.unit()))) {
                String text = "The advice counts in " + unit + ", the order in " + line.unit() + "; use that.";
                against.add(new Problem("UNIT_DIFFERS", "line " + line.number(), text));
            }
        }
        return against;
    }

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
