package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.archive.Archive;
import org.koppel.catalogue.Offer;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.Reason;
import org.koppel.party.Customer;
import org.koppel.party.OrderPolicy;

/** Orders as their buyers see them after all changes, and the step that makes a change count. */
@ApplicationScoped
class RevisedOrders {
    private static final String AT_ONCE = "ORDERED_AT_ONCE";

    @Inject
    PurchaseOrders orders;

    @Inject
    Archive archive;

    @Inject
    CartTakeOver takeOver;

    @Inject
    OrderAnswer answer;

    @Inject
    BackOfficeOrders backOffice;

    @Inject
    Clock clock;

    /** The order with every change that counts or waits, as the buyer wrote it. */
    Order asOrdered(PurchaseOrder order, List<OrderRevision> revisions) {
        return revisions.stream()
                .filter(OrderRevision::stands)
                .flatMap(r -> r.content().stream())
                .reduce((first, second) -> second)
                .orElseGet(() -> archive.byId(order.document()).orElseThrow().as(Order.class));
    }

    /** The same, completed by what its buyer said in the shop. */
    Order completed(PurchaseOrder order, List<OrderRevision> revisions, Customer customer) {
        Order asOrdered = asOrdered(order, revisions);
        return completed(order, asOrdered, customer);
    }

    private Order completed(PurchaseOrder order, Order asOrdered, Customer customer) {
        return order.cart()
                .map(cart -> takeOver.completed(asOrdered, customer, cart))
                .orElse(asOrdered);
    }

    /** A change that arrived: the order is judged anew, and answered where nobody has to look at it first. */
    void apply(OrderRevision revision, PurchaseOrder order, Customer customer) {
        Optional<String> heldFor = order.heldFor();
        Optional<Order> content = settle(revision, order, customer);
        if (content.isEmpty()) {
            return;
        }
        if (heldFor.filter(AT_ONCE::equals).isPresent()) {
            order.hold(AT_ONCE, clock.instant());
        } else if (customer.orderPolicy() != OrderPolicy.AUTO) {
            order.hold(customer.orderPolicy().name(), clock.instant());
        } else {
            answer(revision, order, content.get(), customer);
        }
    }

    /** A change that a person granted: the order is judged by today's prices and stock, and answered. */
    void grant(OrderRevision revision, PurchaseOrder order, Customer customer) {
        settle(revision, order, customer).ifPresent(content -> answer(revision, order, content, customer));
    }

    /** A change that the back office granted; what is left to be answered, empty after a cancellation. */
    Optional<Order> granted(OrderRevision revision, PurchaseOrder order, Customer customer) {
        return settle(revision, order, customer);
    }

    /** A change that a person refused: the order stands as it did. @param reason what the buyer reads */
    void refuse(OrderRevision revision, PurchaseOrder order, Customer customer, Reason reason) {
        revision.settle(OrderRevision.Status.REFUSED, clock.instant());
        order.standBy(revision.beforeStatus(), clock.instant());
        tell(revision, order, customer, LineStatus.REJECTED, reason);
    }

    /** What is left to be answered; empty after a cancellation, which is answered already. */
    private Optional<Order> settle(OrderRevision revision, PurchaseOrder order, Customer customer) {
        revision.settle(OrderRevision.Status.APPLIED, clock.instant());
        if (revision.occasion().kind() == Occasion.Kind.CANCELLATION) {
            order.cancel(revision.occasion(), revision.number(), clock.instant());
            Order asOrdered = asOrdered(order, orders.revisions(order.id()));
            ReasonTexts texts = new ReasonTexts(OrderAnswer.language(customer, asOrdered));
            tell(revision, order, customer, LineStatus.ACCEPTED, texts.reason("ORDER_CANCELLED", order.number()));
            if (customer.orderPolicy() != OrderPolicy.BACK_OFFICE) {
                backOffice.cancelled(order, customer, revision.number()); // else it was asked, and knows
            }
            return Optional.empty();
        }
        Order content = completed(order, revision.content().orElseThrow(), customer);
        order.restate(content, revision.occasion(), revision.number(), clock.instant());
        return Optional.of(content);
    }

    private void answer(OrderRevision revision, PurchaseOrder order, Order content, Customer customer) {
        Map<String, Offer> offers = answer.offers(customer, content);
        answer.answer(order, content, revision.messageReference(), customer, offers);
    }

    private void tell(
            OrderRevision revision, PurchaseOrder order, Customer customer, LineStatus status, Reason reason) {
        answer.say(
                order.id(),
                asOrdered(order, orders.revisions(order.id())),
                revision.messageReference(),
                customer,
                new Notice(revision.occasion(), status, reason, Integer.toString(revision.number() + 1)));
    }
}
