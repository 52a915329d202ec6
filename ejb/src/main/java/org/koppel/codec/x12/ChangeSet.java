package org.koppel.codec.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.shared.DocumentNumber;

/**
 * One 860 of 004010: with the purpose 04 the lines it names are changed, with 05 it is the order as it shall be, with 01 the order
 * is cancelled. The quantity of a changed line (POC03) is what is wanted in all, whatever the kind of change.
 */
final class ChangeSet extends OrderSet {
    private static final String CANCELLATION = "01";
    private static final String REPLACEMENT = "05";
    private static final String ADDED = "AI";
    private static final String DELETED = "DI";
    private static final String NOT_CHANGED = "NC";

    private final List<OrderChangeLine> changes = new ArrayList<>();

    /** @param usualCurrency of prices, where the set names none */
    ChangeSet(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    Set<String> purposes() {
        return Set.of(CANCELLATION, "04", REPLACEMENT);
    }

    @Override
    String purposeCure() {
        return "is none of a change; send 04 (change), 05 (replace) or 01 (cancellation)";
    }

    /** Of the order that is changed, which was taken or is not known. */
    @Override
    void checkType() {}

    @Override
    int contractPlace() {
        return 8;
    }

    /** The day of the change, else that of the order. */
    @Override
    int issuedPlace() {
        return head().at(11) == null ? 6 : 11;
    }

    @Override
    String lineTag() {
        return "POC";
    }

    @Override
    OrderSetLine.Places places() {
        return OrderSetLine.Places.POC;
    }

    @Override
    void line(OrderSetLine read) {
        if (purpose(CANCELLATION)) {
            return; // the order is cancelled as a whole, whatever lines it repeats
        }
        boolean deleted = DELETED.equals(read.change());
        if (purpose(REPLACEMENT)) {
            if (!deleted) {
                super.line(read);
            }
            return;
        }
        OrderChangeLine change = deleted ? OrderChangeLine.remove(read.number()) : change(read);
        if (change != null && problems.isEmpty() && few()) {
            changes.add(change);
        }
    }

    /** Null when the line stays as it is, or has a problem. */
    private OrderChangeLine change(OrderSetLine read) {
        if (NOT_CHANGED.equals(read.change())) {
            return null;
        }
        boolean added = ADDED.equals(read.change());
        OrderLine line = added ? read.line(currency(), place()) : read.changed(currency());
        return line == null ? null : new OrderChangeLine(read.number(), added ? Action.ADD : Action.CHANGE, line);
    }

    @Override
    protected void schedule(EdiSegment segment) {
        if (!purpose(CANCELLATION)) { // what is cancelled is not delivered, on whatever days
            super.schedule(segment);
        }
    }

    @Override
    boolean mayBeEmpty() {
        return !purpose(REPLACEMENT);
    }

    @Override
    boolean mayBeAnybodys() {
        return true;
    }

    @Override
    Document document() {
        DocumentNumber order = new DocumentNumber(head().at(3));
        if (purpose(CANCELLATION)) {
            return new OrderCancellation(order, head().at(5), issuedAt(), order, test, note());
        }
        if (purpose(REPLACEMENT)) {
            return OrderChange.complete(order, head().at(5), order(currency(), lines()));
        }
        return new OrderChange(order, head().at(5), false, order(statedCurrency, List.of()), changes);
    }

    private boolean purpose(String code) {
        return head() != null && code.equals(head().at(1));
    }
}
