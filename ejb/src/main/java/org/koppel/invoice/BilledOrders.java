package org.koppel.invoice;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.order.OrderInvoicing.Billable;
import org.koppel.order.OrderLineState;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** The orders that an invoice charges, and whether it fits them. */
final class BilledOrders {
    private final Invoice invoice;
    private final Map<DocumentNumber, Billable> orders;

    private BilledOrders(Invoice invoice, Map<DocumentNumber, Billable> orders) {
        this.invoice = invoice;
        this.orders = orders;
    }

    static BilledOrders find(Invoice invoice, Function<DocumentNumber, Optional<Billable>> finder) {
        Set<DocumentNumber> numbers = new LinkedHashSet<>();
        if (invoice.order() != null) {
            numbers.add(invoice.order());
        }
        invoice.lines().stream()
                .map(InvoiceLine::order)
                .filter(Objects::nonNull)
                .forEach(numbers::add);
        Map<DocumentNumber, Billable> found = new LinkedHashMap<>();
        numbers.stream()
                .sorted((a, b) -> a.value().compareTo(b.value())) // always locked in the same order
                .forEach(n -> finder.apply(n).ifPresent(o -> found.put(n, o)));
        return new BilledOrders(invoice, found);
    }

    List<Billable> all() {
        return List.copyOf(orders.values());
    }

    /** The order, where the invoice charges one only. */
    Optional<Billable> only() {
        return orders.size() == 1 ? Optional.of(orders.values().iterator().next()) : Optional.empty();
    }

    /** The order of a line, by its own number or the invoice's. */
    Optional<Billable> of(InvoiceLine line) {
        DocumentNumber number = line.order() == null ? invoice.order() : line.order();
        return Optional.ofNullable(number).map(orders::get);
    }

    /** The line of the order that is charged: as named, else the only one with that article. */
    Optional<OrderLineState> ordered(InvoiceLine line) {
        List<OrderLineState> lines = of(line).map(Billable::lines).orElse(List.of());
        if (line.orderLine() != null) {
            return lines.stream()
                    .filter(l -> l.number().equals(line.orderLine()))
                    .findFirst();
        }
        String article = line.item().sellersId();
        List<OrderLineState> same = lines.stream()
                .filter(l -> article != null && article.equals(l.article()))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** Adds a problem for every order that nobody knows, and returns the first of them. */
    Optional<DocumentNumber> unknown(Problems problems) {
        Optional<DocumentNumber> first = Optional.empty();
        if (invoice.order() != null && !orders.containsKey(invoice.order())) {
            unknown(problems, "order", invoice.order());
            first = Optional.of(invoice.order());
        }
        for (int i = 0; i < invoice.lines().size(); i++) {
            DocumentNumber number = invoice.lines().get(i).order();
            if (number != null && !orders.containsKey(number)) {
                unknown(problems, "lines[" + (i + 1) + "]/order", number);
                first = first.or(() -> Optional.of(number));
            }
        }
        return first;
    }

    private static void unknown(Problems problems, String place, DocumentNumber number) {
        problems.add(
                "UNKNOWN_ORDER",
                place,
                "This customer has no order " + number + ". Give the number as the buyer wrote it, or charge without an"
                        + " order and with the buyer's reference.");
    }

    /** @param charged what was charged of an order before, by line number */
    void check(Problems problems, Function<UUID, Map<String, BigDecimal>> charged) {
        orders.forEach((number, order) -> {
            if (!order.sold()) {
                problems.add(
                        "ORDER_NOT_SOLD",
                        "order",
                        "Order " + number + " is " + order.status() + ". Confirm it first, or take its lines out of the"
                                + " invoice.");
            }
        });
        Map<Billable, Map<String, BigDecimal>> sums = new HashMap<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            String place = "lines[" + (i + 1) + "]/";
            Optional<Billable> order = of(line).filter(Billable::sold);
            Optional<OrderLineState> ordered = ordered(line);
            if (order.isPresent() && ordered.isPresent()) {
                fits(problems, place, line, ordered.get());
                Map<String, BigDecimal> before =
                        sums.computeIfAbsent(order.get(), o -> new HashMap<>(charged.apply(o.id())));
                quantity(problems, place, line, ordered.get(), before);
            } else if (order.isPresent() && line.orderLine() != null) {
                problems.add(
                        "UNKNOWN_ORDER_LINE",
                        place + "orderLine",
                        "Order " + order.get().order().number() + " has no line " + line.orderLine()
                                + ". Give the buyer's line number, or none for what was not ordered.");
            }
        }
    }

    private static void fits(Problems problems, String place, InvoiceLine line, OrderLineState ordered) {
        UnitCode unit = line.quantity().unit();
        if (!Units.fit(unit, new UnitCode(ordered.unit()))) {
            problems.add(
                    "UNIT_DIFFERS",
                    place + "quantity/unit",
                    "Line " + ordered.number() + " was ordered in " + ordered.unit() + " and is charged in " + unit
                            + ". Charge it in the unit of the order.");
        }
    }

    /** Counts on in {@code charged}. */
    private void quantity(
            Problems problems,
            String place,
            InvoiceLine line,
            OrderLineState ordered,
            Map<String, BigDecimal> charged) {
        BigDecimal more = line.quantity().value();
        BigDecimal sum = charged.merge(ordered.number(), invoice.credits() ? more.negate() : more, BigDecimal::add);
        BigDecimal sold = ordered.confirmed() == null
                ? BigDecimal.ZERO
                : ordered.confirmed().add(ordered.backordered());
        if (!invoice.credits() && sum.compareTo(sold) > 0) {
            problems.add(
                    "MORE_THAN_SOLD",
                    place + "quantity",
                    "Of line " + ordered.number() + " " + plain(sold) + " were confirmed; with this invoice "
                            + plain(sum) + " would be charged. Charge the rest only, or without a line of the order.");
        }
        if (invoice.credits() && sum.signum() < 0) {
            problems.add(
                    "MORE_THAN_CHARGED",
                    place + "quantity",
                    "More of line " + ordered.number() + " would be given back than was charged. Give back at most "
                            + plain(sum.add(more)) + ", or name no line of the order.");
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
