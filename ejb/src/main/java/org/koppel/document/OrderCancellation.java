package org.koppel.document;

import java.time.OffsetDateTime;
import org.koppel.shared.DocumentNumber;

/**
 * A buyer takes an order back as a whole (UBL OrderCancellation, cXML OrderRequest of type delete, EDIFACT ORDCHG and X12 860
 * with the function cancellation). {@code number} is the cancellation's own, or the order's where the format gives it none;
 * {@code order} the order's, or that of our answer to it where the format names no other (CebeoXML SupplierOrderID); {@code revision} as in {@link OrderChange}. {@code revision}, {@code note} (why) and {@code buyer} may
 * be null.
 */
public record OrderCancellation(
        DocumentNumber number,
        String revision,
        OffsetDateTime issuedAt,
        DocumentNumber order,
        boolean test,
        String note,
        Party buyer)
        implements Document {

    /** As a customer sends it, whose message says who it is. */
    public OrderCancellation(
            DocumentNumber number,
            String revision,
            OffsetDateTime issuedAt,
            DocumentNumber order,
            boolean test,
            String note) {
        this(number, revision, issuedAt, order, test, note, null);
    }
}
