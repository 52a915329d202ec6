package org.koppel.order;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.koppel.catalogue.Offer;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Reason;
import org.koppel.document.TaxSubtotal;
import org.koppel.party.Customer;
import org.koppel.party.Supplier;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Puts decisions into the words of an OrderResponse: every reference of the buyer again, lines, VAT, totals. */
final class ResponseWording {
    private final Supplier supplier;
    private final Customer customer;
    private final String language;

    ResponseWording(Supplier supplier, Customer customer, String language) {
        this.supplier = supplier;
        this.customer = customer;
        this.language = language;
    }

    /** @param reasons that are about the order as a whole */
    OrderResponse of(
            Order order,
            String orderMessageId,
            List<LineDecision> decisions,
            List<Reason> reasons,
            OffsetDateTime now) {
        List<OrderResponseLine> lines = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            lines.add(line(order.lines().get(i), decisions.get(i)));
        }
        List<TaxSubtotal> taxes = taxes(lines);
        Money net = sum(lines.stream().map(OrderResponseLine::amount).toList());
        Money tax = sum(taxes.stream().map(TaxSubtotal::tax).toList());
        return new OrderResponse(
                new DocumentNumber("OR-" + order.number()),
                now,
                order.number(),
                order.issuedAt(),
                orderMessageId,
                status(decisions),
                customer.currency(),
                language,
                order.test(),
                seller(),
                buyer(order),
                order.invoicee(),
                order.shipTo(),
                order.note(),
                order.references(),
                reasons,
                lines,
                taxes,
                net,
                tax,
                net.plus(tax),
                order.card(),
                null);
    }

    private OrderResponseLine line(OrderLine line, LineDecision decision) {
        Money amount = decision.price() == null
                ? Money.zero(customer.currency()).rounded()
                : decision.price().of(decision.sold());
        return new OrderResponseLine(
                line.number(),
                decision.status(),
                item(line, decision.offer()),
                line.quantity(),
                new Quantity(decision.confirmed(), line.quantity().unit()),
                decision.deliveryDate(),
                new Quantity(decision.backordered(), line.quantity().unit()),
                decision.backorderDate(),
                decision.price(),
                line.price(),
                amount,
                decision.offer().map(Offer::taxPercent).orElse(BigDecimal.ZERO),
                line.note(),
                decision.reasons(),
                line.references());
    }

    /** The buyer's own words where it gave some, ours where it did not. */
    private static Item item(OrderLine line, Optional<Offer> offer) {
        Item said = line.item();
        if (offer.isEmpty()) {
            return said;
        }
        Offer ours = offer.get();
        return new Item(
                ours.article(),
                said.buyersId() == null ? ours.buyersId() : said.buyersId(),
                ours.manufacturersId(),
                ours.manufacturer(),
                ours.gtin(),
                ours.description(),
                said.classifications().isEmpty() ? ours.classifications() : said.classifications());
    }

    private List<TaxSubtotal> taxes(List<OrderResponseLine> lines) {
        TreeMap<BigDecimal, Money> taxable = new TreeMap<>();
        lines.stream()
                .filter(l -> l.status() != LineStatus.REJECTED)
                .forEach(l -> taxable.merge(l.taxPercent().stripTrailingZeros(), l.amount(), Money::plus));
        List<TaxSubtotal> taxes = new ArrayList<>();
        taxable.forEach((percent, amount) -> taxes.add(new TaxSubtotal(
                percent.signum() == 0 ? "Z" : "S",
                percent,
                amount,
                amount.times(percent.movePointLeft(2)).rounded())));
        return taxes;
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream()
                .reduce(Money.zero(customer.currency()), Money::plus)
                .rounded();
    }

    private static LineStatus status(List<LineDecision> decisions) {
        List<LineStatus> all =
                decisions.stream().map(LineDecision::status).distinct().toList();
        if (all.isEmpty()) {
            return LineStatus.ACCEPTED;
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        return all.contains(LineStatus.REJECTED) || all.contains(LineStatus.CHANGED)
                ? LineStatus.CHANGED
                : LineStatus.BACKORDERED;
    }

    private Party seller() {
        Address address = new Address(
                null,
                supplier.gln(),
                supplier.name(),
                null,
                supplier.street(),
                supplier.postalCode(),
                supplier.city(),
                supplier.country());
        Contact contact = new Contact(null, null, supplier.email(), supplier.telephone());
        return new Party(supplier.name(), supplier.gln(), supplier.vatNumber(), contact, address);
    }

    private Party buyer(Order order) {
        Address address = new Address(
                null,
                customer.gln(),
                customer.name(),
                null,
                customer.street(),
                customer.postalCode(),
                customer.city(),
                customer.country());
        Contact contact = order.buyer() == null ? null : order.buyer().contact();
        return new Party(customer.name(), customer.gln(), customer.vatNumber(), contact, address);
    }
}
