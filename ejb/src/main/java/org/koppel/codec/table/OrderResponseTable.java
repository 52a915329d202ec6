package org.koppel.codec.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.Shortening;
import org.koppel.document.Item;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** The confirmation of an order, one row for each of its lines; docs/formats/table.md explains the columns. */
final class OrderResponseTable {
    private static final int PLACES = 4;

    /** A line and the document it stands in. */
    record Row(OrderResponse response, OrderResponseLine line) {

        /** The references of the line, and those of the order, of one kind; several are parted by a semicolon. */
        String references(Reference.Kind kind) {
            String joined = Stream.concat(line.references().stream(), response.references().stream())
                    .filter(r -> r.kind() == kind)
                    .map(r -> r.name() == null ? r.value() : r.name() + "=" + r.value())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return joined.isEmpty() ? null : joined;
        }
    }

    static final Table<OrderResponse, Row> TABLE = new Table<>(
            "Confirmation",
            columns(),
            OrderResponseTable::rows,
            row -> row.line().number() == null ? "order" : "line " + row.line().number());

    private OrderResponseTable() {}

    private static List<Row> rows(OrderResponse response) {
        return response.lines().isEmpty()
                ? List.of(new Row(response, whole(response)))
                : response.lines().stream().map(line -> new Row(response, line)).toList();
    }

    /** One row for what is said of the order as a whole: that it is cancelled, or why a change is refused. */
    private static OrderResponseLine whole(OrderResponse response) {
        return new OrderResponseLine(
                null,
                response.status(),
                new Item(null, null, null, null, null, null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                response.reasons(),
                List.of());
    }

    private static List<Column<Row>> columns() {
        return List.of(
                Column.text("order", "ORDER", 60, r -> r.response().order().value()),
                Column.text(
                        "confirmation",
                        "CONFIRM",
                        60,
                        r -> r.response().number().value()),
                Column.date(
                        "confirmed_on", "CONFDATE", r -> r.response().issuedAt().toLocalDate()),
                Column.text(
                        "order_status",
                        "ORDSTATUS",
                        12,
                        r -> r.response().status().name()),
                Column.text("line", "LINE", 20, r -> r.line().number()),
                Column.text("status", "STATUS", 12, r -> r.line().status().name()),
                Column.text("article", "ARTICLE", 40, r -> r.line().item().sellersId()),
                Column.text(
                        "buyers_article", "BUYERSART", 40, r -> r.line().item().buyersId()),
                Column.text("gtin", "GTIN", 14, r -> r.line().item().gtin()),
                Column.words(
                        "description",
                        "DESCRIPT",
                        254,
                        Shortening.Kind.DESCRIPTION,
                        r -> r.line().item().description()),
                Column.text(
                        "unit",
                        "UNIT",
                        3,
                        r -> of(r.line().ordered(), q -> q.unit().value())),
                Column.number("ordered", "ORDERED", 18, PLACES, r -> of(r.line().ordered(), Quantity::value)),
                Column.number(
                        "confirmed", "CONFIRMED", 18, PLACES, r -> of(r.line().confirmed(), Quantity::value)),
                Column.date("delivery_date", "DELIVDATE", r -> r.line().deliveryDate()),
                Column.number(
                        "backordered", "BACKORDER", 18, PLACES, r -> of(r.line().backordered(), Quantity::value)),
                Column.date("backorder_date", "BACKDATE", r -> r.line().backorderDate()),
                Column.number(
                        "price",
                        "PRICE",
                        18,
                        PLACES,
                        r -> of(r.line().price(), p -> p.amount().amount())),
                Column.number("price_per", "PRICEPER", 10, 0, r -> of(r.line().price(), Price::baseQuantity)),
                Column.number(
                        "ordered_price",
                        "ORDPRICE",
                        18,
                        PLACES,
                        r -> of(r.line().orderedPrice(), p -> p.amount().amount())),
                Column.number("amount", "AMOUNT", 18, 2, r -> of(r.line().amount(), Money::amount)),
                Column.text("currency", "CURRENCY", 3, r -> r.response().currency()),
                Column.number("tax_percent", "TAXPCT", 6, 2, r -> r.line().taxPercent()),
                Column.text(
                        "reason_codes",
                        "REASONS",
                        254,
                        r -> r.line().reasons().stream()
                                .map(Reason::code)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(";"), OrderResponseTable::orNull))),
                Column.longText(
                        "reasons",
                        r -> r.line().reasons().stream()
                                .map(Reason::text)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(" "), OrderResponseTable::orNull))),
                Column.longText("note", r -> r.line().note()),
                Column.text("cost_centre", "COSTCENTRE", 254, r -> r.references(Reference.Kind.ACCOUNTING)),
                Column.text("requisition", "REQUISIT", 254, r -> r.references(Reference.Kind.REQUISITION)),
                Column.text("contract", "CONTRACT", 254, r -> r.references(Reference.Kind.CONTRACT)),
                Column.text("cart", "CART", 254, r -> r.references(Reference.Kind.CART)),
                Column.longText("other_references", r -> r.references(Reference.Kind.OTHER)),
                Column.text("ship_to", "SHIPTO", 60, r -> of(r.response().shipTo(), a -> a.id())),
                Column.text("test", "TEST", 1, r -> r.response().test() ? "Y" : "N"),
                Column.text("sales_order", "SALESORDER", 254, r -> r.references(Reference.Kind.SUPPLIER_ORDER)),
                Column.text("ship_to_gln", "SHIPGLN", 13, r -> of(r.response().shipTo(), a -> a.gln())));
    }

    private static <A, B> B of(A value, Function<A, B> part) {
        return value == null ? null : part.apply(value);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
