package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Shortening;
import org.koppel.document.Address;
import org.koppel.document.Document;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;

/** An order for a back office, one row for each line, and its change or cancellation; docs/formats/table.md explains the columns. */
final class OrderTable {
    private static final int PLACES = 4;

    /** A line and the message it stands in; null in the one row of a cancellation. */
    record Row(OrderMessage message, OrderLine line) {

        String references(Reference.Kind kind) {
            Stream<Reference> all = Stream.concat(
                    line == null ? Stream.empty() : line.references().stream(),
                    message.content() == null ? Stream.empty() : message.content().references().stream());
            String joined = all.filter(r -> r.kind() == kind)
                    .map(r -> r.name() == null ? r.value() : r.name() + "=" + r.value())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return joined.isEmpty() ? null : joined;
        }

        Address place() {
            boolean own = line != null && line.shipTo() != null;
            Order content = message.content();
            return own ? line.shipTo() : content == null ? null : content.shipTo();
        }
    }

    static final Table<Order, Row> ORDERS = table(OrderMessage::of);

    /** Of changes that are the whole order as it shall be; the writers see to that. */
    static final Table<OrderChange, Row> CHANGES = table(OrderTable::message);

    static final Table<OrderCancellation, Row> CANCELLATIONS = table(OrderMessage::of);

    private OrderTable() {}

    private static OrderMessage message(OrderChange change) {
        return new OrderMessage(
                OrderMessage.Kind.CHANGE,
                change.number(),
                change.revision(),
                change.content().issuedAt(),
                change.content().number(),
                change.content().test(),
                change.content().note(),
                change.content().buyer(),
                change.content(),
                List.of());
    }

    private static <D extends Document> Table<D, Row> table(Function<D, OrderMessage> message) {
        return new Table<>(
                "Order",
                columns(),
                d -> rows(message.apply(d)),
                row -> row.line() == null ? "order" : "line " + row.line().number());
    }

    private static List<Row> rows(OrderMessage message) {
        return message.lines().isEmpty()
                ? List.of(new Row(message, null))
                : message.lines().stream().map(l -> new Row(message, l)).toList();
    }

    private static List<Column<Row>> columns() {
        return List.of(
                Column.text("order", "ORDER", 60, r -> r.message().order().value()),
                Column.text("action", "ACTION", 12, r -> r.message().kind().name()),
                Column.text("message", "MESSAGE", 60, r -> r.message().number().value()),
                Column.text("revision", "REVISION", 20, r -> r.message().revision()),
                Column.date("issued_on", "ISSUED", r -> r.message().issuedAt().toLocalDate()),
                Column.text("customer", "CUSTOMER", 40, r -> of(of(r.message().buyer(), Party::address), Address::id)),
                Column.text("buyer_gln", "BUYERGLN", 13, r -> of(r.message().buyer(), Party::gln)),
                Column.text("buyer_vat", "BUYERVAT", 20, r -> of(r.message().buyer(), Party::vat)),
                Column.words(
                        "buyer_name",
                        "BUYERNAME",
                        120,
                        Shortening.Kind.NAME,
                        r -> of(r.message().buyer(), Party::name)),
                Column.text("line", "LINE", 20, r -> of(r.line(), OrderLine::number)),
                Column.text("article", "ARTICLE", 40, r -> of(item(r), Item::sellersId)),
                Column.text("buyers_article", "BUYERSART", 40, r -> of(item(r), Item::buyersId)),
                Column.text("gtin", "GTIN", 14, r -> of(item(r), Item::gtin)),
                Column.words(
                        "description",
                        "DESCRIPT",
                        254,
                        Shortening.Kind.DESCRIPTION,
                        r -> of(item(r), Item::description)),
                Column.text(
                        "unit",
                        "UNIT",
                        3,
                        r -> of(r.line(), l -> l.quantity().unit().value())),
                Column.number(
                        "quantity",
                        "QUANTITY",
                        18,
                        PLACES,
                        r -> of(r.line(), l -> l.quantity().value())),
                Column.number(
                        "price",
                        "PRICE",
                        18,
                        PLACES,
                        r -> of(price(r), p -> p.amount().amount())),
                Column.number("price_per", "PRICEPER", 10, 0, r -> of(price(r), Price::baseQuantity)),
                Column.text("currency", "CURRENCY", 3, r -> of(r.message().content(), Order::currency)),
                Column.number("total", "TOTAL", 18, 2, OrderTable::total),
                Column.date(
                        "requested_on",
                        "REQUESTED",
                        r -> r.line() == null || r.line().requestedDelivery() == null
                                ? of(r.message().content(), Order::requestedDelivery)
                                : r.line().requestedDelivery()),
                Column.text("ship_to", "SHIPTO", 60, r -> of(r.place(), Address::id)),
                Column.text("ship_to_gln", "SHIPGLN", 13, r -> of(r.place(), Address::gln)),
                Column.words("ship_to_name", "SHIPNAME", 120, Shortening.Kind.NAME, r -> of(r.place(), Address::name)),
                Column.words(
                        "ship_to_street",
                        "SHIPSTREET",
                        120,
                        Shortening.Kind.STREET,
                        r -> of(r.place(), Address::street)),
                Column.text("ship_to_postal_code", "SHIPZIP", 20, r -> of(r.place(), Address::postalCode)),
                Column.words("ship_to_city", "SHIPCITY", 60, Shortening.Kind.CITY, r -> of(r.place(), Address::city)),
                Column.text("ship_to_country", "SHIPCTRY", 2, r -> of(r.place(), Address::country)),
                Column.longText("note", r -> of(r.line(), OrderLine::note)),
                Column.longText("order_note", r -> r.message().note()),
                Column.text("cost_centre", "COSTCENTRE", 254, r -> r.references(Reference.Kind.ACCOUNTING)),
                Column.text("requisition", "REQUISIT", 254, r -> r.references(Reference.Kind.REQUISITION)),
                Column.text("contract", "CONTRACT", 254, r -> r.references(Reference.Kind.CONTRACT)),
                Column.text("cart", "CART", 254, r -> r.references(Reference.Kind.CART)),
                Column.longText("other_references", r -> r.references(Reference.Kind.OTHER)),
                Column.text("test", "TEST", 1, r -> r.message().test() ? "Y" : "N"),
                Column.text("sales_order", "SALESORDER", 254, r -> r.references(Reference.Kind.SUPPLIER_ORDER)));
    }

    private static Item item(Row row) {
        return of(row.line(), OrderLine::item);
    }

    private static Price price(Row row) {
        return of(row.line(), OrderLine::price);
    }

    private static BigDecimal total(Row row) {
        return of(of(row.message().content(), Order::total), Money::amount);
    }

    private static <A, B> B of(A value, Function<A, B> part) {
        return value == null ? null : part.apply(value);
    }
}
