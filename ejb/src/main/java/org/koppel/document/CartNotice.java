package org.koppel.document;

import java.time.Instant;
import java.util.List;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/**
 * Tells a buyer that nobody ordered a cart. {@code number} is the cart's reference; {@code expired} tells what has happened
 * from what will happen at {@code until}; {@code buyer} is the person's name, may be null; {@code net} is without VAT.
 */
public record CartNotice(
        DocumentNumber number,
        boolean expired,
        Instant transferredAt,
        Instant until,
        String buyer,
        Money net,
        List<Line> lines)
        implements Document {

    /** An article in the cart; {@code description} may be null. */
    public record Line(String article, String description, Quantity quantity) {}

    public CartNotice {
        lines = List.copyOf(lines);
    }
}
