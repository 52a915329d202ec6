package org.koppel.punchout;

import java.math.BigDecimal;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/**
 * A line of a cart as the buyer's system has it now. {@code article} is our number as the system wrote it, {@code reference} the one
 * that went home with the cart. All but {@code quantity} may be null; {@code unit} is, where it could not be understood.
 */
public record FormerLine(
        String article,
        String buyersId,
        String reference,
        BigDecimal quantity,
        UnitCode unit,
        Price price,
        String description) {

    FormerLine as(String known) {
        return new FormerLine(known, buyersId, reference, quantity, unit, price, description);
    }

    FormerLine plus(BigDecimal more) {
        return new FormerLine(article, buyersId, reference, quantity.add(more), unit, price, description);
    }
}
