package org.koppel.catalogue;

import java.math.BigDecimal;

/**
 * A question for an {@link Offer}: {@code key} names the question (a line number); the article by the supplier's number or,
 * where that is null, by the buyer's number, the manufacturer's or a GTIN; for so many order units (null: the article's
 * minimum).
 */
public record Wanted(
        String key, String article, String buyersId, String manufacturersId, String gtin, BigDecimal quantity) {

    public static Wanted article(String number, BigDecimal quantity) {
        return new Wanted(number, number, null, null, null, quantity);
    }
}
