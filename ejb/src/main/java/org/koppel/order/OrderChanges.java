package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.Reason;
import org.koppel.inbound.EarlierMessages;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;

/**
 * What a buyer asks of an order it sent before: each request counts once, in the order of its revisions. What cannot be done is
 * refused with the reason, in an answer like any other, and the order stays as it was.
 */
@ApplicationScoped
class OrderChanges {
    @Inject
    PurchaseOrders orders;

    @Inject
    RevisedOrders revised;

    @Inject
    OrderAnswer answer;

    @Inject
    Customers customers;

    @Inject
    EarlierMessages earlier;

    @Inject
    BackOfficeOrders backOffice;

    @Inject
    Clock clock;

    Handled take(ChangeRequest asked, Received received) {
        Customer customer = customers.byId(received.customer()).orElseThrow();
        Optional<PurchaseOrder> found = find(asked, received);
        if (found.isEmpty() && earlier.mayBringOrder(received, asked.order())) {
            return Handled.notYet();
        }
        if (found.isEmpty()) {
            found = find(asked, received); // it may have come between the two questions
        }
        if (found.isEmpty()) {
            return refuse(null, asked, received, customer, "ORDER_UNKNOWN", asked.order());
        }
        PurchaseOrder order = found.get();
        return take(asked, received, customer, order).of(order.id());
    }

    private Optional<PurchaseOrder> find(ChangeRequest asked, Received received) {
        Optional<PurchaseOrder> its = orders.byNumber(received.customer(), asked.order());
        if (its.isEmpty() && asked.isCancellation()) {
            its = orders.byAnswer(received.customer(), asked.order());
        }
        return its.flatMap(o -> orders.lock(o.id()));
    }

    private Handled take(ChangeRequest asked, Received received, Customer customer, PurchaseOrder order) {
        List<OrderRevision> known = orders.revisions(order.id());
        for (OrderRevision revision : known) {
            if (revision.isRepeatedBy(asked, revision.number() == known.size())) {
                return Handled.processed();
            }
            if (revision.contradicts(asked)) {
                return Handled.conflict(numberUsed(asked));
            }
        }
        return judge(asked, received, customer, order, known);
    }

    private Handled judge(
            ChangeRequest asked, Received received, Customer customer, PurchaseOrder order, List<OrderRevision> known) {
        Order before = revised.asOrdered(order, known);
        String latest = before.version();
        if (order.isTest() != (asked.test() || received.test())) {
            return refuse(order, asked, received, customer, "TEST_DIFFERS", asked.order());
        }
        if (isOlder(asked.occasion().revision(), latest)) {
            String said = asked.occasion().revision();
            return refuse(order, asked, received, customer, "REVISION_OLDER", asked.order(), said, latest);
        }
        if (order.isClosed()) {
            return refuse(order, asked, received, customer, "ORDER_CLOSED." + order.status(), asked.order());
        }
        if (asked.isCancellation()) {
            told(order, before, null, customer, revise(asked, received, customer, order, known, null));
            return Handled.processed();
        }
        ChangedOrder changed = new ChangedOrder(
                before, asked.change().orElseThrow(), new ReasonTexts(OrderAnswer.language(customer, before)));
        Order after = changed.order();
        if (!changed.against().isEmpty()) {
            Reason first = changed.against().get(0);
            return refuse(order, asked, received, customer, first);
        }
        told(order, before, after, customer, revise(asked, received, customer, order, known, after));
        return Handled.processed();
    }

    /** Whoever answers itself is told what is asked. */
    private void told(PurchaseOrder order, Order before, Order after, Customer customer, OrderRevision revision) {
        if (customer.orderPolicy() == OrderPolicy.BACK_OFFICE) {
            backOffice.askedToRevise(order, filled(before, customer), filled(after, customer), customer, revision);
        }
    }

    /** As the order itself was told: with the units in which its articles are sold. @param order null for a cancellation */
    private Order filled(Order order, Customer customer) {
        return order == null ? null : AgreedUnits.filled(order, answer.offers(customer, order));
    }

    /** @param after the order as it shall be; null for a cancellation */
    private OrderRevision revise(
            ChangeRequest asked,
            Received received,
            Customer customer,
            PurchaseOrder order,
            List<OrderRevision> known,
            Order after) {
        OrderRevision revision = new OrderRevision(order, known.size() + 1, asked, after, received);
        Optional<OrderRevision> waiting =
                known.stream().filter(OrderRevision::isPending).findFirst();
        waiting.ifPresent(w -> {
            revision.follows(w);
            w.settle(OrderRevision.Status.SUPERSEDED, clock.instant());
        });
        orders.add(revision);
        boolean answeredBefore = revision.beforeStatus() == PurchaseOrder.Status.CONFIRMED
                || revision.beforeStatus() == PurchaseOrder.Status.CONFIRMED_WITH_CHANGES;
        if (answeredBefore && customer.orderPolicy() != OrderPolicy.AUTO) {
            order.reconsider(asked.occasion().kind(), clock.instant());
        } else {
            revised.apply(revision, order, customer);
        }
        return revision;
    }

    /** Only numbers can be compared. */
    private static boolean isOlder(String said, String latest) {
        return said != null
                && latest != null
                && said.matches("\\d{1,18}")
                && latest.matches("\\d{1,18}")
                && new BigInteger(said).compareTo(new BigInteger(latest)) <= 0;
    }

    private Handled refuse(
            PurchaseOrder order,
            ChangeRequest asked,
            Received received,
            Customer customer,
            String code,
            Object... arguments) {
        Order head = asked.head(customer.currency());
        Reason reason = new ReasonTexts(OrderAnswer.language(customer, head)).reason(code, arguments);
        Reason stable = new Reason(
                code.replaceAll("\\..*", ""), reason.text()); // behind the point stands what the text is about
        return refuse(order, asked, received, customer, stable);
    }

    /** @param order null when we do not know it */
    private Handled refuse(
            PurchaseOrder order, ChangeRequest asked, Received received, Customer customer, Reason reason) {
        Order head = order == null
                ? asked.head(customer.currency())
                : revised.asOrdered(order, orders.revisions(order.id()));
        String suffix = "R" + received.document().toString().substring(0, 8);
        answer.say(
                order == null ? null : order.id(),
                head,
                received.reference(),
                customer,
                new Notice(asked.occasion(), LineStatus.REJECTED, reason, suffix));
        return Handled.rejected(List.of(new Problem(reason.code(), "order " + asked.order(), reason.text())));
    }

    private static Problem numberUsed(ChangeRequest asked) {
        return new Problem(
                "CHANGE_NUMBER_USED",
                "order " + asked.order(),
                "This customer already sent another change of order " + asked.order()
                        + " under the same number or version. The first one stands: ask the buyer for a new one.");
    }
}
