package org.koppel.codec.own;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.InvoiceChecks;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** What a record in one of our own formats must say before it is taken; places are paths of fields. */
final class OwnChecks {
    private static final int MOST_LINES = 10_000;
    private static final int NUMBER_LENGTH = 70;
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int MOST_DIGITS = 11;
    private static final int MOST_DECIMALS = 6;

    private final Problems problems;

    OwnChecks(Problems problems) {
        this.problems = problems;
    }

    void order(Order order) {
        head("", order);
        require("currency", order.currency());
        if (order.lines().isEmpty()) {
            problems.add("MISSING_FIELD", "lines", "The order has no line; order at least one");
        }
        lines("", order.lines());
    }

    void cancellation(OrderCancellation cancellation) {
        number("number", cancellation.number());
        number("order", cancellation.order());
        require("issuedAt", cancellation.issuedAt());
    }

    void response(OrderResponse response) {
        new BackOfficeChecks(problems).response(response);
    }

    void despatchAdvice(DespatchAdvice advice) {
        new BackOfficeChecks(problems).advice(advice);
    }

    void invoice(Invoice invoice) {
        new InvoiceChecks(problems, line -> "lines[" + line + "]/").check(invoice);
    }

    void change(OrderChange change) {
        number("number", change.number());
        if (change.content() == null) {
            require("content", null);
            return;
        }
        head("content/", change.content());
        lines("content/", change.content().lines());
        if (change.complete() && change.content().lines().isEmpty()) {
            problems.add("MISSING_FIELD", "content/lines", "The changed order has no line; cancel it instead");
        }
        for (int i = 0; i < change.lines().size(); i++) {
            changeLine("lines[" + (i + 1) + "]/", change.lines().get(i));
        }
    }

    private void changeLine(String path, OrderChangeLine line) {
        lineNumber(path, line.number());
        require(path + "action", line.action());
        if (line.action() == Action.ADD && line.line() != null) {
            line(path + "line/", line.line());
        } else if (line.action() != Action.REMOVE) {
            require(path + "line", line.line());
        }
    }

    private void head(String path, Order order) {
        references(path, order.references());
        number(path + "number", order.number());
        require(path + "issuedAt", order.issuedAt());
    }

    private void lines(String path, List<OrderLine> lines) {
        if (lines.size() > MOST_LINES) {
            problems.add(
                    "TOO_MANY_LINES", path + "lines", "There are more than " + MOST_LINES + " lines; split the order");
            return;
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = path + "lines[" + (i + 1) + "]/";
            line(at, lines.get(i));
            if (lines.get(i).number() != null && !numbers.add(lines.get(i).number())) {
                problems.add("DUPLICATE_LINE_NUMBER", at + "number", "Give every line a number of its own");
            }
        }
    }

    private void line(String path, OrderLine line) {
        lineNumber(path, line.number());
        references(path, line.references());
        require(path + "item", line.item());
        require(path + "quantity", line.quantity());
        if (line.quantity() != null) {
            quantity(path + "quantity", line.quantity());
        }
    }

    /** Files come by the shop only: nobody may name one by its id. */
    private void references(String path, List<Reference> references) {
        if (references.stream()
                .anyMatch(r -> r.kind() == null || r.value() == null || r.kind() == Reference.Kind.ATTACHMENT)) {
            problems.add("BAD_VALUE", path + "references", "A reference needs a value and one of the published kinds");
        }
    }

    private void quantity(String path, Quantity quantity) {
        if (quantity.isZero()) {
            problems.add(
                    "QUANTITY_NOT_POSITIVE",
                    path,
                    "The quantity must be greater than 0; order more, or leave the line out");
        }
        BigDecimal plain = quantity.value().stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS || plain.precision() - plain.scale() > MOST_DIGITS) {
            problems.add(
                    "NUMBER_OUT_OF_RANGE",
                    path,
                    "The quantity has more than " + MOST_DIGITS + " digits before or " + MOST_DECIMALS
                            + " after the point; check it");
        }
    }

    private void number(String path, DocumentNumber number) {
        require(path, number);
        if (number != null) {
            plain(path, number.value(), NUMBER_LENGTH);
        }
    }

    private void lineNumber(String path, String number) {
        require(path + "number", number);
        if (number != null) {
            plain(path + "number", number, LINE_NUMBER_LENGTH);
        }
    }

    private void plain(String path, String value, int most) {
        if (value.length() > most) {
            problems.add("TEXT_TOO_LONG", path, "More than " + most + " characters; shorten it");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            problems.add("CONTROL_CHARACTER", path, "It holds a control character; leave it out");
        }
    }

    private void require(String path, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", path, path + " is missing; fill it in");
        }
    }
}
