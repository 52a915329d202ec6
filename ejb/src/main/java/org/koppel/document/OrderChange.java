package org.koppel.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.shared.DocumentNumber;

/**
 * A buyer changes an order it sent before (UBL OrderChange, cXML OrderRequest of type update, EDIFACT ORDCHG, X12 860).
 * {@code number} is the change's own, or the order's where the format gives changes none; {@code revision} the buyer's version of
 * the order, or its count of changes, as this change makes it (may be null). {@code content} carries the order's number and the
 * time of the change. With {@code complete} it is the order as it shall be from now on, and {@code lines} is empty or repeats what that
 * changes; otherwise {@code lines} says what becomes of single lines, {@code content} has none, and what is null or empty in it stays as
 * it was.
 */
public record OrderChange(
        DocumentNumber number, String revision, boolean complete, Order content, List<OrderChangeLine> lines)
        implements Document {

    public OrderChange {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    @Override
    public boolean test() {
        return content.test();
    }

    /** The order as it shall be. */
    public static OrderChange complete(DocumentNumber number, String revision, Order content) {
        return new OrderChange(number, revision, true, content, List.of());
    }

    /**
     * The same change, whose lines also say how it differs from what its receiver knows: for formats that mark every line. Lines that
     * stay as they are go without saying.
     */
    public OrderChange comparedWith(List<OrderLine> known) {
        Map<String, OrderLine> left = new LinkedHashMap<>();
        known.forEach(line -> left.put(line.number(), line));
        List<OrderChangeLine> differences = new ArrayList<>();
        for (OrderLine line : content.lines()) {
            OrderLine before = left.remove(line.number());
            if (!line.equals(before)) {
                Action action = before == null ? Action.ADD : Action.CHANGE;
                differences.add(new OrderChangeLine(line.number(), action, line));
            }
        }
        left.values().forEach(gone -> differences.add(new OrderChangeLine(gone.number(), Action.REMOVE, gone)));
        return new OrderChange(number, revision, complete, content, differences);
    }
}
