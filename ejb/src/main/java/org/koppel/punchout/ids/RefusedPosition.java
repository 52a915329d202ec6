package org.koppel.punchout.ids;

import java.math.BigDecimal;

/**
 * A position of a craftsman's basket that could not be put into the cart. {@code reference} is the craftsman's own position
 * number and {@code text} the own words for it; both may be null. {@code minimum} and {@code step} are null unless the quantity
 * is the reason.
 */
public record RefusedPosition(
        String reference,
        String article,
        String text,
        BigDecimal quantity,
        Reason reason,
        BigDecimal minimum,
        BigDecimal step) {

    /** What stands in the way. */
    public enum Reason {
        /** Not known, or not sold to this customer. */
        UNKNOWN,
        /** Minimum or step are not kept. */
        QUANTITY
    }

    static RefusedPosition unknown(Basket.Position position) {
        return of(position, Reason.UNKNOWN, null, null);
    }

    static RefusedPosition of(Basket.Position position, Reason reason, BigDecimal minimum, BigDecimal step) {
        String number = position.article() == null ? position.gtin() : position.article();
        return new RefusedPosition(
                position.reference(), number, position.text(), position.quantity(), reason, minimum, step);
    }
}
