package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.archive.Archive;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.outbound.Outbox;
import org.koppel.party.BackOffice;
import org.koppel.party.Channels;
import org.koppel.party.Customer;
import org.koppel.shared.DocumentNumber;

/**
 * Tells the back office of orders, over the channels that are agreed with it for {@code Order}, {@code OrderChange} and
 * {@code OrderCancellation}: where it answers itself, as they come; else as they were sold. Tests are never told, so that nobody
 * delivers them.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BackOfficeOrders {
    private static final String ORDER = Order.class.getSimpleName();
    private static final String CHANGE = OrderChange.class.getSimpleName();

    @Inject
    Channels channels;

    @Inject
    Outbox outbox;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    /** A new order that waits for its answer. */
    void asked(PurchaseOrder purchaseOrder, Order order, Customer customer) {
        if (isTold(purchaseOrder, ORDER)) {
            outbox.add(BackOffice.ID, purchaseOrder.id(), SoldOrder.asOrdered(order, customer));
        }
    }

    /** A change that waits for its answer. @param order as it shall be; null: it shall be cancelled */
    void askedToRevise(
            PurchaseOrder purchaseOrder, Order before, Order order, Customer customer, OrderRevision revision) {
        if (order == null) {
            cancelled(purchaseOrder, customer, revision.number());
        } else {
            List<OrderLine> known = SoldOrder.asOrdered(before, customer).lines();
            change(purchaseOrder, SoldOrder.asOrdered(order, customer), known, revision.number());
        }
    }

    /** An order that was answered. @param decisions in the order of its lines */
    void sold(PurchaseOrder purchaseOrder, Order order, Customer customer, List<LineDecision> decisions) {
        if (!isTold(purchaseOrder, ORDER)) {
            return;
        }
        Order sold = SoldOrder.of(order, customer, decisions);
        boolean known = archive.wasSent(purchaseOrder.id(), BackOffice.ID, ORDER);
        if (sold.lines().isEmpty()) {
            if (known) {
                cancelled(purchaseOrder, customer, purchaseOrder.revision());
            }
        } else if (known) {
            change(purchaseOrder, sold, toldBefore(purchaseOrder), purchaseOrder.revision());
        } else {
            outbox.add(BackOffice.ID, purchaseOrder.id(), sold);
        }
    }

    /** An order that is not to be delivered any more. @param revision of the order, for the number of the message */
    void cancelled(PurchaseOrder purchaseOrder, Customer customer, int revision) {
        if (isTold(purchaseOrder, OrderCancellation.class.getSimpleName())
                && archive.wasSent(purchaseOrder.id(), BackOffice.ID, ORDER)) {
            OrderCancellation cancellation = new OrderCancellation(
                    new DocumentNumber(purchaseOrder.number() + "-X" + revision),
                    Integer.toString(revision),
                    OffsetDateTime.now(clock),
                    purchaseOrder.number(),
                    purchaseOrder.isTest(),
                    null,
                    SoldOrder.buyer(customer, null));
            outbox.add(BackOffice.ID, purchaseOrder.id(), cancellation);
        }
    }

    /** @param known the lines that the order has for the back office until now */
    private void change(PurchaseOrder purchaseOrder, Order order, List<OrderLine> known, int revision) {
        if (isTold(purchaseOrder, CHANGE)) {
            DocumentNumber number = new DocumentNumber(purchaseOrder.number() + "-C" + revision);
            OrderChange change = OrderChange.complete(number, Integer.toString(revision), order);
            outbox.add(BackOffice.ID, purchaseOrder.id(), change.comparedWith(known));
        }
    }

    /** What was sold is the latest that was told. */
    private List<OrderLine> toldBefore(PurchaseOrder purchaseOrder) {
        return archive.lastSent(purchaseOrder.id(), BackOffice.ID, List.of(ORDER, CHANGE))
                .map(d -> d.type().equals(ORDER)
                        ? d.as(Order.class)
                        : d.as(OrderChange.class).content())
                .map(Order::lines)
                .orElse(List.of());
    }

    private boolean isTold(PurchaseOrder order, String type) {
        return !order.isTest() && !channels.of(BackOffice.ID, type).isEmpty();
    }
}
