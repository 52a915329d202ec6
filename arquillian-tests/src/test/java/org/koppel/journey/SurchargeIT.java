package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A levy on an article is seen in the shop, goes home as a line, comes back in the order and is confirmed. */
class SurchargeIT {
    private static final String LEVY = "RECUPEL-LAMP";
    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "bouwgroep");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aLampAndItsLevyGoHomeAsTwoLinesAndAreConfirmedAsOneTotal() throws Exception {
        JsonNode lamp = lamp();
        String article = lamp.path("number").asText();
        List<BuyersSystem.Field> fields = transferTwo(article);
        assertThat(value(fields, "NEW_ITEM-VENDORMAT[1]")).isEqualTo(article);
        assertThat(value(fields, "NEW_ITEM-VENDORMAT[2]")).isEqualTo(LEVY);
        assertThat(new BigDecimal(value(fields, "NEW_ITEM-QUANTITY[2]"))).isEqualByComparingTo("2");
        BigDecimal levy = each(fields, 2);
        assertThat(levy)
                .isEqualByComparingTo(
                        lamp.path("surcharges").path(0).path("amount").decimalValue());

        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .line("1", article, "2", each(fields, 1).toPlainString())
                .line("2", LEVY, "2", levy.toPlainString());
        koppel.postCxml(order.xml());
        JsonNode answered = new PurchaseOrders(koppel).answered(order.number());

        assertThat(answered.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(answered.path("lines")).hasSize(2).allSatisfy(l -> {
            assertThat(l.path("status").asText()).isEqualTo("ACCEPTED");
            assertThat(l.path("reasons")).isEmpty();
        });
        BigDecimal two = new BigDecimal(2);
        BigDecimal articles = each(fields, 1).multiply(two).setScale(2, RoundingMode.HALF_UP);
        assertThat(answered.path("net").decimalValue())
                .isEqualByComparingTo(articles.add(levy.multiply(two).setScale(2, RoundingMode.HALF_UP)));
    }

    private List<BuyersSystem.Field> transferTwo(String article) throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/start")).press("#call button");
            browser.type("#q", article).press("header form.find button");
            browser.read("main", "Recupel lamps");
            browser.type("#n-" + article, "2").press("form.add:has(#n-" + article + ") button");
            browser.read("#minicart .count", "1");
            browser.press("#minicart").read(".surcharge", "Recupel lamps");
            browser.press("form[action$='/transfer'] button");
            return buyer.returned();
        }
    }

    /** A lamp that is in stock and can be bought by two. */
    private JsonNode lamp() {
        for (JsonNode article :
                koppel.api("/api/v1/articles?q=LED%20lamp&customer=bouwgroep").path("items")) {
            boolean lamp =
                    article.path("surcharges").path(0).path("number").asText().equals(LEVY);
            boolean there = article.path("stock").decimalValue().compareTo(new BigDecimal(50)) > 0;
            if (lamp && there && article.path("orderable").asBoolean()) {
                return article;
            }
        }
        throw new AssertionError("The demo has no lamp with a levy in stock");
    }

    private static BigDecimal each(List<BuyersSystem.Field> fields, int line) {
        BigDecimal price = new BigDecimal(value(fields, "NEW_ITEM-PRICE[" + line + "]"));
        return price.divide(new BigDecimal(value(fields, "NEW_ITEM-PRICEUNIT[" + line + "]")));
    }

    private static String value(List<BuyersSystem.Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(BuyersSystem.Field::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + fields));
    }
}
