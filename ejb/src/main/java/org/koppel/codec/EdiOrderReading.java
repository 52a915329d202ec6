package org.koppel.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.document.Document;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.shared.Money;

/** Reads an order or its change, as far as EDIFACT and X12 do so alike: its lines, what it counts of them, and its currency. */
public abstract class EdiOrderReading implements EdiMessage<Document> {
    private static final int MOST_LINES = 10_000;

    protected final EdiProblems problems;
    protected final EdiFields fields;
    protected final boolean test;
    protected final List<Reference> references = new ArrayList<>();
    protected final StringBuilder note = new StringBuilder();
    protected String statedCurrency;
    protected BigDecimal total;
    private final String usualCurrency;
    private final List<OrderLine> lines = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private int count;

    /** @param usualCurrency of orders that name none */
    protected EdiOrderReading(EdiFields fields, boolean test, String usualCurrency) {
        this.problems = fields.problems();
        this.fields = fields;
        this.test = test;
        this.usualCurrency = usualCurrency;
    }

    /** Counts a line that begins. @param number of the line; null where it has none */
    protected final void count(EdiSegment first, String number) {
        if (++count == MOST_LINES + 1) {
            String text = "The order has more than " + MOST_LINES + " lines; split it into several orders";
            problems.add(first, 0, 0, Kind.SEGMENT_TOO_OFTEN, "TOO_MANY_LINES", text);
        }
        if (!few()) {
            return; // and nothing more is kept of it
        }
        Integer before = number == null ? null : rows.putIfAbsent(number, first.position());
        if (before != null) {
            String text = "The line in segment " + before + " has the same number; give every line one of its own";
            problems.add(first, 1, 0, Kind.DUPLICATE, "DUPLICATE_LINE_NUMBER", text);
        }
    }

    /** How many lines have begun. */
    protected final int count() {
        return count;
    }

    /** Whether there are not too many lines yet. */
    protected final boolean few() {
        return count <= MOST_LINES;
    }

    protected final void add(OrderLine read) {
        if (problems.isEmpty() && few()) {
            lines.add(read);
        }
    }

    protected final List<OrderLine> lines() {
        return lines;
    }

    /**
     * Refuses an order that names deliveries of its own, or more than one day.
     *
     * @param segment that says so
     */
    protected void schedule(EdiSegment segment) {
        String text = "The order is wanted in deliveries of its own; give every line its day instead";
        problems.add(segment, 0, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
    }

    /** Compares how many lines the order says it has. @param component 0 where the element is no composite */
    protected final void compareCount(EdiSegment segment, int element, int component) {
        BigDecimal said = fields.number(segment, element, component);
        if (said != null && said.compareTo(BigDecimal.valueOf(count)) != 0) {
            String text = "The order has " + count + " lines and says " + said.toPlainString()
                    + "; send all of them, with the right count";
            problems.add(segment, element, component, Kind.COUNT_WRONG, "LINE_COUNT_DIFFERS", text);
        }
    }

    /** As the message says, else the usual one. */
    protected final String currency() {
        return statedCurrency == null ? usualCurrency : statedCurrency;
    }

    /** Null without one. */
    protected final Money total() {
        return total == null ? null : new Money(total, currency());
    }

    /** Null without one. */
    protected final String note() {
        return note.isEmpty() ? null : note.toString();
    }
}
