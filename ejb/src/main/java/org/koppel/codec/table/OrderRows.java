package org.koppel.codec.table;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problems;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * Orders of a customer, their changes and cancellations, from rows; one row for each line. What belongs to the whole order stands in all
 * rows of it, or in the first only.
 */
final class OrderRows {
    static final TableDocuments<Document> DOCUMENTS = new TableDocuments<>(
            Order.class.getSimpleName(),
            TableFields.of(
                            OrderTable.ORDERS,
                            List.of("order", "quantity"),
                            "manufacturers_article",
                            "buyer_contact",
                            "buyer_email",
                            "buyer_phone")
                    .withOneOf("article", "buyers_article", "gtin"),
            List.of("order", "action", "message"),
            true,
            (rows, settings, problems) -> new OrderRows(rows, settings, problems).document());

    /** What is said of the whole order and cannot be said twice. */
    private static final List<String> HEAD = List.of(
            "revision",
            "issued_on",
            "buyer_gln",
            "buyer_vat",
            "buyer_name",
            "buyer_contact",
            "buyer_email",
            "buyer_phone",
            "currency",
            "total",
            "order_note",
            "test");

    private static final int NUMBER_LENGTH = 70;
    private static final int VERSION_LENGTH = 20;
    private static final int TEXT_LENGTH = 4_000;

    private final List<TableRow> rows;
    private final TableRow first;
    private final FormatSettings settings;
    private final Problems problems;

    private OrderRows(List<TableRow> rows, FormatSettings settings, Problems problems) {
        this.rows = rows;
        this.first = rows.get(0);
        this.settings = settings;
        this.problems = problems;
    }

    /** Null when it has a problem. */
    private Document document() {
        String number = first.required("order", NUMBER_LENGTH, problems);
        String message = first.text("message", NUMBER_LENGTH, problems);
        String revision = first.text("revision", VERSION_LENGTH, problems);
        OrderMessage.Kind kind = kind();
        HEAD.forEach(field -> TableRow.requireSame(rows, field, problems));
        OffsetDateTime issuedAt = issuedAt();
        if (kind == OrderMessage.Kind.CANCELLATION) {
            String why = first.text("order_note", TEXT_LENGTH, problems);
            return !problems.isEmpty()
                    ? null
                    : new OrderCancellation(
                            new DocumentNumber(message == null ? number : message),
                            revision,
                            issuedAt,
                            new DocumentNumber(number),
                            first.yes("test"),
                            why);
        }
        Order order = order(number, revision, issuedAt);
        return order == null || kind == OrderMessage.Kind.NEW
                ? order
                : OrderChange.complete(new DocumentNumber(message == null ? number : message), revision, order);
    }

    private Order order(String number, String revision, OffsetDateTime issuedAt) {
        String currency = currency();
        TableReferences references = new TableReferences(rows, problems);
        OrderLineRows lines = new OrderLineRows(rows, currency, references, problems);
        var buyer = OrderParties.buyer(first, problems);
        var shipTo = OrderParties.place(first, problems);
        var total = first.number("total", problems);
        String note = first.text("order_note", TEXT_LENGTH, problems);
        var read = lines.lines(shipTo);
        if (!problems.isEmpty()) {
            return null;
        }
        return new Order(
                new DocumentNumber(number),
                revision,
                issuedAt,
                currency,
                null,
                first.yes("test"),
                buyer,
                null,
                shipTo,
                null,
                note,
                total == null ? null : new Money(total, currency),
                references.common(),
                read);
    }

    private OrderMessage.Kind kind() {
        String said = first.matching("action", "(?i)NEW|CHANGE|CANCELLATION", "NEW, CHANGE or CANCELLATION", problems);
        return said == null ? OrderMessage.Kind.NEW : OrderMessage.Kind.valueOf(said.toUpperCase(Locale.ROOT));
    }

    private String currency() {
        String said = first.text("currency");
        return said == null
                ? settings.option("csv.currency", settings.currency())
                : Currencies.known(first, "currency", problems);
    }

    /** The day the file says, else when it came. */
    private OffsetDateTime issuedAt() {
        LocalDate day = first.date("issued_on", problems);
        if (day != null) {
            return day.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        if (first.text("issued_on") == null && settings.receivedAt().isEmpty()) {
            problems.add("MISSING_FIELD", first.place("issued_on"), "No day of the order; fill it in");
        }
        return settings.receivedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
