package org.koppel.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the demo customers have agreed: discounts by group, net prices, their own article numbers, assortments. */
final class DemoAgreements {
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final Map<String, String> OWN_NUMBERS =
            Map.of("bouwgroep", "BG-%05d", "zorggroep", "Z.%06d", "ediplus", "EDP %06d", "amerco", "AM-%06d-X");
    private static final List<String> GROUPS =
            List.of("WIR", "CAB", "CON", "BOX", "DIS", "LIG", "DAT", "EVC", "FIX", "TOO");
    private static final Map<String, List<Integer>> DISCOUNTS = Map.of(
            "bouwgroep", List.of(25, 32, 28, 25, 30, 35, 20, 8, 30, 15),
            "zorggroep", List.of(20, 25, 20, 20, 22, 38, 25, 5, 20, 10),
            "ediplus", List.of(22, 35, 30, 24, 28, 30, 18, 10, 32, 12),
            "amerco", List.of(18, 28, 22, 20, 26, 32, 30, 12, 25, 18));
    /** The customers of the demo, in an order that is always the same. */
    static final List<String> CUSTOMERS = List.of("bouwgroep", "zorggroep", "ediplus", "amerco");

    private final BulkInsert discounts = new BulkInsert(
            "customer_discount", "customer text", "discount_group text", "percent numeric", "valid_from date");
    private final BulkInsert netPrices = new BulkInsert(
            "net_price",
            "customer text",
            "article text",
            "from_quantity numeric",
            "price numeric",
            "base_quantity numeric");
    private final BulkInsert ownNumbers =
            new BulkInsert("buyers_number", "customer text", "article text", "number text");
    private final BulkInsert assortment =
            new BulkInsert("assortment_rule", "customer text", "effect text", "article text", "category text");
    private final Random random;

    DemoAgreements(long seed, List<DemoArticle> articles) {
        random = new Random(seed);
        for (String customer : CUSTOMERS) {
            for (int group = 0; group < GROUPS.size(); group++) {
                discounts.add(
                        customer, GROUPS.get(group), DISCOUNTS.get(customer).get(group), SINCE);
            }
            articles.stream().filter(a -> !a.isPlain()).forEach(a -> agree(customer, a));
        }
        assortment.add("zorggroep", "EXCLUDE", "100999", null);
        assortment.add("zorggroep", "EXCLUDE", null, "ev");
        assortment.add("amerco", "EXCLUDE", null, "conduit.tray");
    }

    private void agree(String customer, DemoArticle article) {
        int luck = random.nextInt(100);
        int points = 55 + random.nextInt(20);
        if (luck < 6) {
            netPrice(customer, article, 1, points);
            netPrice(customer, article, 20, points - 5);
        }
        if (luck >= 4 && luck < 12) {
            int serial = Integer.parseInt(article.number()) % 100_000;
            ownNumbers.add(customer, article.number(), OWN_NUMBERS.get(customer).formatted(serial));
        }
    }

    private void netPrice(String customer, DemoArticle article, int minimums, int percentOfList) {
        BigDecimal price = article.listPrice()
                .multiply(BigDecimal.valueOf(percentOfList))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        netPrices.add(
                customer,
                article.number(),
                article.family().minimum().multiply(BigDecimal.valueOf(minimums)),
                price,
                article.family().base());
    }

    void into(Connection connection) throws SQLException {
        for (BulkInsert rows : List.of(discounts, netPrices, ownNumbers, assortment)) {
            rows.into(connection);
        }
    }
}
