package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/**
 * A line of a cart as it goes home. {@code number} counts from 1; {@code leadTimeDays} are working days; {@code longText},
 * {@code buyersId}, {@code manufacturer}, {@code manufacturersId} and {@code gtin} may be null.
 */
public record CartItem(
        int number,
        String article,
        String description,
        String longText,
        BigDecimal quantity,
        UnitCode unit,
        Price price,
        int leadTimeDays,
        String buyersId,
        String manufacturer,
        String manufacturersId,
        String gtin,
        List<Classification> classifications) {

    public CartItem {
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
    }
}
