package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken, but not as it was ordered: said by line in the confirmation, with a reason that says what to do. */
class LineDecisionsIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);

    @Test
    void anUnknownArticleIsRejectedOnItsLineAndTheOthersAreTaken() throws Exception {
        JsonNode order = answered(amerco().line("1", "100001", "1", price()).line("2", "999999", "1", "1.00"));

        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED_WITH_CHANGES");
        assertThat(line(order, "1").path("status").asText()).isEqualTo("ACCEPTED");
        assertSaid(line(order, "2"), "REJECTED", "ARTICLE_UNKNOWN", "999999", "check the number");
    }

    @Test
    void anArticleOutsideTheAssortmentIsRejected() throws Exception {
        JsonNode order = answered(CxmlOrder.of(koppel, "zorggroep").line("1", "100999", "1", "1.00"));

        assertThat(order.path("status").asText()).isEqualTo("REJECTED");
        assertSaid(line(order, "1"), "REJECTED", "NOT_IN_ASSORTMENT", "100999", "Vraag ons om een alternatief");
    }

    @Test
    void aQuantityBelowTheMinimumIsRejectedWithTheMinimum() throws Exception {
        Packed article = packed();
        JsonNode order = answered(amerco().line("1", article.number, "1", article.price));

        assertSaid(line(order, "1"), "REJECTED", "BELOW_MINIMUM", "The minimum order quantity is " + article.minimum);
    }

    @Test
    void aQuantityBetweenTwoPacksIsRejectedWithTheNextPossibleOne() throws Exception {
        Packed article = packed();
        BigDecimal between = article.minimum.add(BigDecimal.ONE);
        BigDecimal next = article.minimum.add(article.step);
        JsonNode order = answered(amerco().line("1", article.number, between.toPlainString(), article.price));

        assertSaid(
                line(order, "1"),
                "REJECTED",
                "NOT_A_MULTIPLE",
                "multiples of " + article.step,
                "next possible quantity is " + next);
    }

    @Test
    void aPriceBeyondTheToleranceIsConfirmedAtTheAgreedPrice() throws Exception {
        BigDecimal agreed = new BigDecimal(price());
        BigDecimal expected = agreed.multiply(new BigDecimal("0.90"));
        JsonNode order = answered(amerco().line("1", "100001", "1", expected.toPlainString()));

        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED_WITH_CHANGES");
        JsonNode line = line(order, "1");
        assertSaid(line, "CHANGED", "PRICE_DIFFERS", "differs from the agreed price", "We confirm at");
        assertThat(line.path("agreedPrice").decimalValue()).isEqualByComparingTo(agreed);
        assertThat(order.path("net").decimalValue()).isEqualByComparingTo(agreed);
    }

    @Test
    void aPriceWithinTheToleranceIsTaken() throws Exception {
        BigDecimal expected = new BigDecimal(price()).subtract(new BigDecimal("0.01"));
        JsonNode order = answered(amerco().line("1", "100001", "1", expected.toPlainString()));

        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(line(order, "1").path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(line(order, "1").path("reasons")).isEmpty();
        assertThat(order.path("net").decimalValue()).isEqualByComparingTo(expected);
    }

    @Test
    void anotherCurrencyIsRejectedWithTheAgreedOne() throws Exception {
        JsonNode order = answered(amerco().currency("USD").line("1", "100001", "1", price()));

        assertSaid(line(order, "1"), "REJECTED", "CURRENCY_DIFFERS", "The order is in USD", "Please order in EUR");
    }

    @Test
    void anotherUnitIsRejectedWithTheArticlesOwn() throws Exception {
        JsonNode order = answered(amerco().line("lineNumber=\"1\" quantity=\"1\"", "100001", "KGM", price(), ""));

        assertSaid(line(order, "1"), "REJECTED", "UNIT_DIFFERS", "this article is sold in PCE");
    }

    @Test
    void anotherCustomersSiteIsRejectedWithoutSayingWhose() throws Exception {
        JsonNode order = answered(amerco().site("YARD").line("1", "100001", "1", price()));

        JsonNode line = line(order, "1");
        assertSaid(line, "REJECTED", "SITE_UNKNOWN", "YARD", "one of your address codes");
        assertThat(line.path("reasons").path(0).path("text").asText()).doesNotContainIgnoringCase("bouwgroep");
    }

    @Test
    void everyWrongLineSaysItsOwnReasonAtOnce() throws Exception {
        Packed article = packed();
        JsonNode order = answered(amerco().line("10", "999999", "1", "1.00")
                .line("20", article.number, "1", article.price)
                .line("lineNumber=\"30\" quantity=\"1\"", "100001", "KGM", price(), ""));

        assertThat(order.path("status").asText()).isEqualTo("REJECTED");
        assertSaid(line(order, "10"), "REJECTED", "ARTICLE_UNKNOWN", "999999");
        assertSaid(line(order, "20"), "REJECTED", "BELOW_MINIMUM", "at least");
        assertSaid(line(order, "30"), "REJECTED", "UNIT_DIFFERS", "PCE");
    }

    @Test
    void severalReasonsAgainstOneLineAreAllSaid() throws Exception {
        Packed article = packed();
        JsonNode order = answered(amerco().site("YARD").currency("USD").line("1", article.number, "1", article.price));

        assertThat(line(order, "1").path("reasons").findValuesAsText("code"))
                .containsExactlyInAnyOrder("SITE_UNKNOWN", "CURRENCY_DIFFERS", "BELOW_MINIMUM");
    }

    @Test
    void theConfirmationSaysTheReasonsInTheBuyersLanguage() throws Exception {
        JsonNode order = answered(CxmlOrder.of(koppel, "bouwgroep").line("1", "999999", "1", "1.00"));

        String html = koppel.getApi("/api/v1/documents/" + orders.confirmation(order) + "/content?format=html")
                .body();

        assertThat(html).contains("Artikel 999999 kennen wij niet", "Controleer het nummer");
    }

    /** An article that amerco buys in packs of more than two pieces only. */
    private record Packed(String number, BigDecimal minimum, BigDecimal step, String price) {}

    private Packed packed() {
        for (int page = 0; page < 40; page++) {
            JsonNode found = koppel.api("/api/v1/articles?q=wire&customer=amerco&after=" + page);
            for (JsonNode article : found.path("items")) {
                BigDecimal minimum = article.path("minimum").decimalValue();
                boolean pieces =
                        List.of("H87", "C62").contains(article.path("unit").asText());
                if (pieces
                        && article.path("orderable").asBoolean()
                        && minimum.compareTo(BigDecimal.valueOf(2)) > 0
                        && article.path("step").decimalValue().compareTo(BigDecimal.ONE) > 0) {
                    String number = article.path("number").asText();
                    return new Packed(
                            number, minimum, article.path("step").decimalValue(), orders.price("amerco", number));
                }
            }
        }
        throw new AssertionError("The demo has no article in packs");
    }

    private CxmlOrder amerco() {
        return CxmlOrder.of(koppel, "amerco");
    }

    private String price() {
        return orders.price("amerco", "100001");
    }

    private JsonNode answered(CxmlOrder order) throws Exception {
        assertThat(koppel.postCxml(order.xml()).body()).contains("<Status code=\"200\"");
        return orders.answered(order.number());
    }

    private static JsonNode line(JsonNode order, String number) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("number").asText().equals(number)) {
                return line;
            }
        }
        throw new AssertionError("No line " + number + " in " + order);
    }

    private static void assertSaid(JsonNode line, String status, String code, String... words) {
        assertThat(line.path("status").asText()).as(line.toString()).isEqualTo(status);
        JsonNode reason = line.path("reasons").path(0);
        assertThat(reason.path("code").asText()).isEqualTo(code);
        assertThat(reason.path("text").asText()).contains(words);
    }
}
