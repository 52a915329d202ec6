package org.koppel.document;

import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * A buyer changes an order it sent before (UBL OrderChange, cXML OrderRequest of type update, EDIFACT ORDCHG, X12 860).
 * {@code number} is the change's own, or the order's where the format gives changes none; {@code revision} the buyer's version of
 * the order, or its count of changes, as this change makes it (may be null). {@code content} carries the order's number and the
 * time of the change. With {@code complete} it is the order as it shall be from now on, and {@code lines} is empty; otherwise
 * {@code lines} says what becomes of single lines, {@code content} has none, and what is null or empty in it stays as it was.
 */
public record OrderChange(
        DocumentNumber number, String revision, boolean complete, Order content, List<OrderChangeLine> lines)
        implements Document {

    public OrderChange {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The order as it shall be. */
    public static OrderChange complete(DocumentNumber number, String revision, Order content) {
        return new OrderChange(number, revision, true, content, List.of());
    }
}
