package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/**
 * A line of a cart as it goes home. {@code number} counts from 1; {@code leadTimeDays} are working days; {@code longText},
 * {@code buyersId}, {@code manufacturer}, {@code manufacturersId} and {@code gtin} may be null; {@code wishes} are what the buyer said to the line.
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
        List<Classification> classifications,
        Wishes wishes) {

    public CartItem {
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

    /** Without wishes. */
    public CartItem(
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
        this(
                number,
                article,
                description,
                longText,
                quantity,
                unit,
                price,
                leadTimeDays,
                buyersId,
                manufacturer,
                manufacturersId,
                gtin,
                classifications,
                null);
    }

    /** The same with wishes. */
    CartItem with(Wishes newWishes) {
        return new CartItem(
                number,
                article,
                description,
                longText,
                quantity,
                unit,
                price,
                leadTimeDays,
                buyersId,
                manufacturer,
                manufacturersId,
                gtin,
                classifications,
                newWishes);
    }
}
