package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.koppel.codec.Problems;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** Answers of the back office from rows with the columns that a confirmation is written with; most of them may be missing. */
final class OrderResponseRows {
    static final TableDocuments<OrderResponse> DOCUMENTS = new TableDocuments<>(
            OrderResponse.class.getSimpleName(),
            TableFields.of(OrderResponseTable.TABLE, List.of("order", "line"), "customer", "buyer_gln", "buyer_vat"),
            List.of("order", "confirmation"),
            false,
            (rows, settings, problems) ->
                    new Answer(rows, settings.option("csv.currency", settings.currency()), problems).document());

    private static final int NUMBER_LENGTH = 70;
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int TEXT_LENGTH = 4_000;

    private OrderResponseRows() {}

    /** The rows of one answer. */
    private static final class Answer {
        private final List<TableRow> rows;
        private final Problems problems;
        private final TableReferences references;
        /** Of the answer: what its first row says. */
        private final String currency;

        Answer(List<TableRow> rows, String usual, Problems problems) {
            this.rows = rows;
            this.problems = problems;
            this.currency = currency(rows.get(0), usual);
            this.references = new TableReferences(rows, problems);
        }

        /** Null when it has a problem. */
        OrderResponse document() {
            TableRow first = rows.get(0);
            String order = first.required("order", NUMBER_LENGTH, problems);
            String number = first.text("confirmation", NUMBER_LENGTH, problems);
            boolean whole = rows.size() == 1 && first.text("line") == null;
            LineStatus status = whole ? status(first, "order_status") : null;
            if (whole && status == null && first.text("order_status") == null) {
                problems.add(
                        "MISSING_FIELD",
                        first.place("line"),
                        "Name the line, or say of the whole ACCEPTED or REJECTED");
            }
            List<OrderResponseLine> lines = whole ? List.of() : lines();
            return problems.isEmpty() ? document(order, number == null ? "CSV-" + order : number, status, lines) : null;
        }

        private OrderResponse document(String order, String number, LineStatus status, List<OrderResponseLine> lines) {
            TableRow first = rows.get(0);
            return OrderResponse.decided(
                    new DocumentNumber(number),
                    null,
                    new DocumentNumber(order),
                    status,
                    currency,
                    first.yes("test"),
                    TableParties.buyer(first, problems),
                    references.common(),
                    lines.isEmpty() ? reasons(first) : List.of(),
                    lines);
        }

        private List<OrderResponseLine> lines() {
            List<OrderResponseLine> lines = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            for (TableRow row : rows) {
                OrderResponseLine line = line(row, references.ofRow(lines.size()));
                if (line.number() != null && !numbers.add(line.number())) {
                    problems.add("DUPLICATE_LINE_NUMBER", row.place("line"), "Answer every line once");
                }
                lines.add(line);
            }
            return lines;
        }

        private OrderResponseLine line(TableRow row, List<Reference> its) {
            LineStatus status = status(row, "status");
            String number = row.required("line", LINE_NUMBER_LENGTH, problems);
            if (status == null && row.text("status") == null && row.text("confirmed") == null) {
                problems.add("MISSING_FIELD", row.place("confirmed"), "Say how much is confirmed, or the status");
            }
            return new OrderResponseLine(
                    number,
                    status,
                    null,
                    null,
                    row.quantity("confirmed", problems),
                    row.date("delivery_date", problems),
                    row.quantity("backordered", problems),
                    row.date("backorder_date", problems),
                    price(row),
                    null,
                    null,
                    null,
                    null,
                    reasons(row),
                    its);
        }

        private LineStatus status(TableRow row, String column) {
            String said = row.text(column);
            if (said == null) {
                return null;
            }
            try {
                return LineStatus.valueOf(said.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                problems.add(
                        "BAD_VALUE",
                        row.place(column),
                        "Say ACCEPTED, CHANGED, BACKORDERED or REJECTED, or leave it empty");
                return null;
            }
        }

        private Price price(TableRow row) {
            BigDecimal amount = row.number("price", problems);
            BigDecimal per = row.number("price_per", problems);
            if (per != null && per.signum() == 0) {
                problems.add("QUANTITY_NOT_POSITIVE", row.place("price_per"), "A price is for more than 0; write 1");
                return null;
            }
            if (amount == null) {
                return null;
            }
            String own = row == rows.get(0) ? currency : currency(row, currency);
            return new Price(new Money(amount, own), per == null ? BigDecimal.ONE : per);
        }

        private String currency(TableRow row, String usual) {
            String known = Currencies.known(row, "currency", problems);
            return known == null ? usual : known; // what is none was noted
        }

        private List<Reason> reasons(TableRow row) {
            String said = row.text("reasons", TEXT_LENGTH, problems);
            String text = said == null ? row.text("note", TEXT_LENGTH, problems) : said;
            return text == null ? List.of() : List.of(new Reason("SELLER_NOTE", text));
        }
    }
}
