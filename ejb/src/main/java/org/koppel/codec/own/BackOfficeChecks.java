package org.koppel.codec.own;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** What an answer or a despatch advice of the back office must say before it is taken; everything else we know already. */
final class BackOfficeChecks {
    private static final int MOST_LINES = 10_000;
    private static final int NUMBER_LENGTH = 70;
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int MOST_DIGITS = 11;
    private static final int MOST_DECIMALS = 6;

    private final Problems problems;

    BackOfficeChecks(Problems problems) {
        this.problems = problems;
    }

    void response(OrderResponse response) {
        number("number", response.number());
        number("order", response.order());
        if (response.lines().isEmpty()) {
            require("status", response.status());
        }
        few(response.lines());
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < response.lines().size() && i < MOST_LINES; i++) {
            String at = "lines[" + (i + 1) + "]/";
            OrderResponseLine line = response.lines().get(i);
            lineNumber(at + "number", line.number());
            quantity(at + "confirmed", line.confirmed());
            quantity(at + "backordered", line.backordered());
            price(at + "price", line.price());
            if (line.confirmed() == null && line.status() == null) {
                require(at + "confirmed", null);
            }
            if (line.number() != null && !numbers.add(line.number())) {
                problems.add("DUPLICATE_LINE_NUMBER", at + "number", "Answer every line once");
            }
        }
    }

    void advice(DespatchAdvice advice) {
        number("number", advice.number());
        number("order", advice.order());
        if (advice.lines().isEmpty()) {
            problems.add("MISSING_FIELD", "lines", "The advice has no line; name at least one that left");
        }
        few(advice.lines());
        for (int i = 0; i < advice.lines().size() && i < MOST_LINES; i++) {
            String at = "lines[" + (i + 1) + "]/";
            DespatchLine line = advice.lines().get(i);
            lineNumber(at + "orderLine", line.orderLine());
            require(at + "delivered", line.delivered());
            quantity(at + "delivered", line.delivered());
            if (line.delivered() != null && line.delivered().isZero()) {
                problems.add("QUANTITY_NOT_POSITIVE", at + "delivered", "What left is more than 0; leave the line out");
            }
        }
    }

    private void price(String path, Price price) {
        if (price != null) {
            range(path + "/amount", price.amount().amount());
            range(path + "/baseQuantity", price.baseQuantity());
        }
    }

    private void quantity(String path, Quantity quantity) {
        if (quantity != null) {
            range(path, quantity.value());
        }
    }

    /** Before anybody writes the number out: it may have a billion zeros. */
    private void range(String path, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS || plain.precision() - plain.scale() > MOST_DIGITS) {
            problems.add(
                    "NUMBER_OUT_OF_RANGE",
                    path,
                    "More than " + MOST_DIGITS + " digits before or " + MOST_DECIMALS + " after the point; check it");
        }
    }

    private void few(List<?> lines) {
        if (lines.size() > MOST_LINES) {
            problems.add("TOO_MANY_LINES", "lines", "There are more than " + MOST_LINES + " lines; split the document");
        }
    }

    private void number(String path, DocumentNumber number) {
        require(path, number);
        if (number != null) {
            plain(path, number.value(), NUMBER_LENGTH);
        }
    }

    private void lineNumber(String path, String number) {
        require(path, number);
        if (number != null) {
            plain(path, number, LINE_NUMBER_LENGTH);
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
