package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.catalogue.Offer;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.Reason;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.party.Customer;
import org.koppel.party.OrderPolicy;

/**
 * The back office answers an order that waits for it: its answer becomes the confirmation the buyer gets. It counts once; what does
 * not fit the order changes nothing.
 */
@ApplicationScoped
class BackOfficeAnswers {
    private static final String CODE = "SELLER_REFUSES";

    @Inject
    NamedOrders named;

    @Inject
    PurchaseOrders orders;

    @Inject
    HeldOrders held;

    @Inject
    OrderAnswer answer;

    @Inject
    RevisedOrders revised;

    @Inject
    Archive archive;

    Handled take(OrderResponse said, Received received) {
        NamedOrders.Named found = named.find(said.order(), said.buyer());
        if (found.order().isEmpty()) {
            return Handled.rejected(List.of(found.problem().orElseThrow()));
        }
        PurchaseOrder order = orders.lock(found.order().get()).orElseThrow();
        return take(said, received, order).of(order.id());
    }

    private Handled take(OrderResponse said, Received received, PurchaseOrder order) {
        for (ArchivedDocument earlier : archive.takenFor(order.id(), said.type())) {
            OrderResponse first = earlier.as(OrderResponse.class);
            if (first.number().equals(said.number())) {
                return SaidBefore.same(first, said)
                        ? Handled.processed()
                        : Handled.rejected(List.of(about(
                                said,
                                "RESPONSE_NUMBER_USED",
                                "There was another answer of the number " + said.number()
                                        + " to this order. The first one stands: give every answer a"
                                        + " number of its own.")));
            }
        }
        return order.status() == PurchaseOrder.Status.HELD
                ? settle(said, received, order.id())
                : Handled.rejected(List.of(about(
                        said,
                        "ORDER_ANSWERED",
                        "The order is " + order.status()
                                + " and waits for no answer. Nothing was changed: call the buyer where"
                                + " the answer differs.")));
    }

    private Handled settle(OrderResponse said, Received received, UUID id) {
        HeldOrders.Held it = held.take(id, "answer");
        if (it.customer().orderPolicy() != OrderPolicy.BACK_OFFICE
                || it.purchaseOrder()
                        .heldFor()
                        .filter("ORDERED_AT_ONCE"::equals)
                        .isPresent()) {
            return Handled.rejected(List.of(about(
                    said,
                    "ORDER_NOT_WAITING",
                    "This order waits for a person in the console, not for the back office. Nothing was changed.")));
        }
        if (it.order().test() != (said.test() || received.test())) {
            return Handled.rejected(List.of(about(
                    said,
                    "TEST_DIFFERS",
                    "Order and answer are not both tests, or both real. Nothing was changed: send the"
                            + " answer as the order came.")));
        }
        if (it.change().isPresent() && decidesAsWhole(said, it.change().get())) {
            decide(said, it, it.change().get());
            return Handled.processed();
        }
        return it.change().map(change -> answerChange(said, it, change)).orElseGet(() -> answerOrder(said, it));
    }

    /** A cancellation is granted or refused; a change is refused as a whole, or answered line by line. */
    private static boolean decidesAsWhole(OrderResponse said, OrderRevision change) {
        return change.occasion().kind() == Occasion.Kind.CANCELLATION
                || said.lines().isEmpty() && said.status() == LineStatus.REJECTED;
    }

    private void decide(OrderResponse said, HeldOrders.Held it, OrderRevision change) {
        if (said.status() == LineStatus.REJECTED) {
            Reason reason = said.reasons().isEmpty()
                    ? texts(it).reason("BACK_OFFICE_REFUSES", it.purchaseOrder().number())
                    : said.reasons().get(0);
            revised.refuse(change, it.purchaseOrder(), it.customer(), new Reason(CODE, reason.text()));
        } else {
            revised.grant(change, it.purchaseOrder(), it.customer());
        }
    }

    private Handled answerChange(OrderResponse said, HeldOrders.Held it, OrderRevision change) {
        Problems problems = new Problems();
        List<LineDecision> decisions = decisions(said, it, problems);
        if (!problems.isEmpty()) {
            return Handled.rejected(problems.all());
        }
        revised.granted(change, it.purchaseOrder(), it.customer())
                .ifPresent(order -> answer.decided(
                        it.purchaseOrder(),
                        order,
                        change.messageReference(),
                        it.customer(),
                        decisions,
                        said.reasons()));
        return Handled.processed();
    }

    private Handled answerOrder(OrderResponse said, HeldOrders.Held it) {
        Problems problems = new Problems();
        List<LineDecision> decisions = decisions(said, it, problems);
        if (!problems.isEmpty()) {
            return Handled.rejected(problems.all());
        }
        answer.decided(it.purchaseOrder(), it.order(), it.messageId(), it.customer(), decisions, said.reasons());
        return Handled.processed();
    }

    private List<LineDecision> decisions(OrderResponse said, HeldOrders.Held it, Problems problems) {
        Customer customer = it.customer();
        Map<String, Offer> offers = answer.offers(customer, it.order());
        Order order = AgreedUnits.filled(it.order(), offers);
        return new AnsweredLines(order, offers, customer.currency(), texts(it), problems).decisions(said);
    }

    private static ReasonTexts texts(HeldOrders.Held it) {
        return new ReasonTexts(OrderAnswer.language(it.customer(), it.order()));
    }

    private static Problem about(OrderResponse said, String code, String message) {
        return new Problem(code, "order " + said.order(), message);
    }
}
