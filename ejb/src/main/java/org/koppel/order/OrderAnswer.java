package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reason;
import org.koppel.outbound.Outbox;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;
import org.koppel.party.Suppliers;

/** Judges an order by what was agreed, keeps the decision and lays the answer in the outbox: all of it, or nothing. */
@ApplicationScoped
class OrderAnswer {
    @Inject
    PurchaseOrders orders;

    @Inject
    Offers offers;

    @Inject
    Surcharges surcharges;

    @Inject
    Customers customers;

    @Inject
    Suppliers suppliers;

    @Inject
    Outbox outbox;

    @Inject
    BackOfficeOrders backOffice;

    @Inject
    Clock clock;

    /** What the articles of the order cost this customer now, by line number. */
    Map<String, Offer> offers(Customer customer, Order order) {
        List<Wanted> wanted = order.lines().stream().map(OrderAnswer::wanted).toList();
        return offers.offers(customer.id(), wanted, language(customer, order));
    }

    /** @param orderMessageId the buyer's id of the message the order came in, or null */
    void answer(
            PurchaseOrder purchaseOrder,
            Order asOrdered,
            String orderMessageId,
            Customer customer,
            Map<String, Offer> known) {
        Order order = AgreedUnits.filled(asOrdered, known);
        Terms terms = Terms.of(customer, customers.sites(customer.id()));
        Assessment assessment = new Assessment(terms, language(customer, order), LocalDate.now(clock));
        give(
                purchaseOrder,
                order,
                orderMessageId,
                customer,
                assessment.judge(order, known, surcharges(order, known)),
                List.of());
    }

    /** Asked for the lines without an article only: most orders have none. */
    private Set<String> surcharges(Order order, Map<String, Offer> known) {
        return surcharges.known(order.lines().stream()
                .filter(l -> !known.containsKey(l.number()))
                .map(l -> l.item().sellersId())
                .filter(Objects::nonNull)
                .toList());
    }

    /** Gives the answer that the back office decided. @param reasons about the order as a whole */
    void decided(
            PurchaseOrder purchaseOrder,
            Order asOrdered,
            String orderMessageId,
            Customer customer,
            List<LineDecision> decisions,
            List<Reason> reasons) {
        Order order = AgreedUnits.filled(asOrdered, offers(customer, asOrdered));
        give(purchaseOrder, order, orderMessageId, customer, decisions, reasons);
    }

    /** Says no to every line, for one reason. */
    void refuse(PurchaseOrder purchaseOrder, Order order, String orderMessageId, Customer customer, Reason reason) {
        List<LineDecision> decisions = order.lines().stream()
                .map(line -> LineDecision.rejected(Optional.empty(), List.of(reason)))
                .toList();
        give(purchaseOrder, order, orderMessageId, customer, decisions, List.of());
    }

    private void give(
            PurchaseOrder purchaseOrder,
            Order order,
            String orderMessageId,
            Customer customer,
            List<LineDecision> decisions,
            List<Reason> reasons) {
        OrderResponse response = new ResponseWording(suppliers.get(), customer, language(customer, order))
                .of(order, orderMessageId, decisions, reasons, OffsetDateTime.now(clock));
        purchaseOrder.answer(decisions, response.net().amount(), clock.instant());
        orders.add(purchaseOrder);
        outbox.add(customer.id(), purchaseOrder.id(), purchaseOrder.answered(response));
        if (customer.orderPolicy() != OrderPolicy.BACK_OFFICE) {
            backOffice.sold(purchaseOrder, order, customer, decisions); // else it was asked, and knows
        }
    }

    /**
     * Says one thing about an order as a whole, without lines: it was taken back, or what was asked of it is refused.
     *
     * @param purchaseOrder null when we do not know the order
     */
    void say(UUID purchaseOrder, Order order, String messageId, Customer customer, Notice notice) {
        OrderResponse response = new ResponseWording(suppliers.get(), customer, language(customer, order))
                .of(order, messageId, List.of(), List.of(), OffsetDateTime.now(clock));
        outbox.add(customer.id(), purchaseOrder, notice.of(response));
    }

    private static Wanted wanted(OrderLine line) {
        Item item = line.item();
        return new Wanted(
                line.number(),
                item.sellersId(),
                item.buyersId(),
                item.manufacturersId(),
                item.gtin(),
                line.quantity().value());
    }

    /** The customer's own language; an order's language is often that of the procurement system. */
    static String language(Customer customer, Order order) {
        return customer.language() == null ? order.language() : customer.language();
    }
}
