package org.koppel.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An article of the demo. {@code stock} null: no stock is kept of it; {@code successor} not null: it is dead;
 * {@code discountGroup} null: no discounts.
 */
record DemoArticle(
        String number,
        String gtin,
        String manufacturer,
        String manufacturersId,
        DemoTemplates.Family family,
        String picture,
        String discountGroup,
        BigDecimal listPrice,
        int leadTimeDays,
        String successor,
        Map<String, Text> texts,
        List<Scale> scales,
        List<String> alternatives,
        BigDecimal stock,
        LocalDate restock) {

    /** What is said of the article in one language; {@code attributes} is JSON. */
    record Text(String name, String text, String keywords, String attributes) {}

    /** A list price from a quantity on. */
    record Scale(BigDecimal from, BigDecimal price) {}

    boolean isPlain() {
        return number.equals(DemoArticles.PLAIN);
    }
}
