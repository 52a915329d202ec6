package org.koppel.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/**
 * The answer to one line. {@code number} is the buyer's line number. {@code confirmed} is what is delivered on
 * {@code deliveryDate}, {@code backordered} what follows on {@code backorderDate}; both are zero on a rejected line.
 * {@code price} is what will be charged (null on a rejected line), {@code orderedPrice} what the buyer expected (may be null),
 * {@code amount} the line's total without VAT, {@code taxPercent} its VAT rate. Dates and {@code note} may be null.
 */
public record OrderResponseLine(
        String number,
        LineStatus status,
        Item item,
        Quantity ordered,
        Quantity confirmed,
        LocalDate deliveryDate,
        Quantity backordered,
        LocalDate backorderDate,
        Price price,
        Price orderedPrice,
        Money amount,
        BigDecimal taxPercent,
        String note,
        List<Reason> reasons,
        List<Reference> references) {

    public OrderResponseLine {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        references = references == null ? List.of() : List.copyOf(references);
    }
}
