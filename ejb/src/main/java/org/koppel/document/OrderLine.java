package org.koppel.document;

import java.time.LocalDate;
import java.util.List;
import org.koppel.shared.Quantity;

/**
 * One line of an {@link Order}. {@code number} is the buyer's line number, unique in the order; {@code item} and
 * {@code quantity} are always there; {@code price} (the price the buyer expects), {@code requestedDelivery}, {@code note} and
 * {@code shipTo} (only when it differs from the order's) may be null.
 */
public record OrderLine(
        String number,
        Item item,
        Quantity quantity,
        Price price,
        LocalDate requestedDelivery,
        String note,
        Address shipTo,
        List<Reference> references) {

    public OrderLine {
        references = references == null ? List.of() : List.copyOf(references);
    }
}
