package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the order desk says about articles in the console: surcharges, accessories, and how a customer sees them. */
class ArticleExtrasIT {
    private static final String ARTICLE = "199003";
    private static final String OTHER = "100001";
    private static final String LEVY = "JOURNEY-LEVY";
    private static final String AGREEMENTS = "/console/shops/ediplus";
    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);

    @AfterEach
    void takeAllBack() {
        agree("FIGURE", "OWN_LINE");
        Map<String, String> owed = new LinkedHashMap<>(Map.of("article", ARTICLE, "surcharge", LEVY));
        owed.putAll(Map.of("customer", "ediplus", "currency", "EUR", "from", "2026-01-01"));
        console.post("/console/surcharges/remove", owed);
        console.post("/console/surcharges/kinds/remove", Map.of("number", LEVY));
        console.post("/console/accessories/remove", Map.of("article", ARTICLE, "accessory", OTHER));
        console.post("/console/assortments/ediplus/remove", Map.of("effect", "EXCLUDE", "article", OTHER));
    }

    @Test
    void aListOfSurchargesIsOwedByTheNextCallAndTheCustomersAgreementSaysHow() {
        assertThat(console.post("/console/surcharges/kinds", Map.of("number", LEVY, "name-en", "Journey levy"))
                        .statusCode())
                .isEqualTo(303);
        String list = "article;surcharge;amount;kilograms;country;customer;currency;from\n" + ARTICLE + ";" + LEVY
                + ";0,75;;;ediplus;EUR;2026-01-01\nno-article;" + LEVY + ";1\n" + ARTICLE + ";" + LEVY + ";free\n";
        String imported = console.upload("/console/surcharges/file", list).body();
        assertThat(imported).contains("1 taken, 2 not taken", "No article has this number", "The amount is a number");
        assertThat(console.page("/console/surcharges?article=" + ARTICLE + "&surcharge=" + LEVY))
                .contains("0.75 EUR", "Remove " + LEVY + " of " + ARTICLE)
                .doesNotContain("Remove SABAM of");

        String levy = validated(LEVY);
        assertThat(field(levy, "VENDORMAT")).isEqualTo(LEVY);
        assertThat(field(levy, "DESCRIPTION")).isEqualTo("Journey levy");
        BigDecimal net = each(validated(ARTICLE));

        assertThat(agree("FIGURE", "IN_PRICE")).isEqualTo(303);
        assertThat(each(validated(ARTICLE))).isEqualByComparingTo(net.add(new BigDecimal("0.75")));
        assertThat(validated(LEVY)).doesNotContain("NEW_ITEM-VENDORMAT");
        assertThat(downloaded()).isEqualByComparingTo(net.add(new BigDecimal("0.75")));
        assertThat(console.post("/console/surcharges/kinds/remove", Map.of("number", LEVY))
                        .statusCode())
                .as("borne by an article")
                .isEqualTo(422);
    }

    @Test
    void theCustomersAgreementSaysWhatStockShows() {
        assertThat(koppel.getApiAs("ediplus", "/api/v1/articles/100001").body())
                .containsPattern("\"stock\"\\s*:\\s*[0-9]");

        assertThat(agree("LIGHT", "OWN_LINE")).isEqualTo(303);

        assertThat(console.page(AGREEMENTS)).containsPattern("value=\"LIGHT\" selected");
        assertThat(koppel.getApiAs("ediplus", "/api/v1/articles/100001").body())
                .doesNotContainPattern("\"stock\"\\s*:\\s*[0-9]")
                .containsPattern("\"available\"\\s*:\\s*true");
        assertThat(agree("EVERYTHING", "OWN_LINE")).isEqualTo(422);
        assertThat(console.page(AGREEMENTS)).containsPattern("value=\"LIGHT\" selected");
    }

    @Test
    void anAccessoryOfAListStandsOnTheArticlesPage() {
        String list =
                "article;accessory;position\n" + ARTICLE + ";" + OTHER + ";1\n" + ARTICLE + ";" + ARTICLE + ";2\n";

        assertThat(console.upload("/console/accessories/file", list).body())
                .contains("1 taken, 1 not taken", "no accessory of itself");

        assertThat(console.page("/console/accessories?article=" + ARTICLE))
                .contains("Remove " + OTHER + " of " + ARTICLE);
        Craftsman buyer = new Craftsman(koppel, koppel.postForm("/oci", call(Map.of())));
        assertThat(buyer.page("articles/" + ARTICLE).body()).contains("articles/" + OTHER);
        console.post("/console/accessories/remove", Map.of("article", ARTICLE, "accessory", OTHER));
        assertThat(buyer.page("articles/" + ARTICLE).body()).doesNotContain("articles/" + OTHER);
    }

    @Test
    void whatTheOrderDeskTakesOutOfAnAssortmentIsGoneAtOnceAndComesBack() {
        String assortment = "/console/assortments/ediplus";
        Map<String, String> rule = Map.of("effect", "EXCLUDE", "article", OTHER);
        Craftsman buyer = new Craftsman(koppel, koppel.postForm("/oci", call(Map.of())));
        assertThat(buyer.page("articles/" + OTHER).statusCode()).isEqualTo(200);

        assertThat(console.post(assortment, rule).statusCode()).isEqualTo(303);

        assertThat(console.page(assortment)).contains("Remove: without " + OTHER);
        assertThat(buyer.page("articles/" + OTHER).statusCode()).isEqualTo(404);
        console.post(assortment + "/remove", rule);
        assertThat(buyer.page("articles/" + OTHER).statusCode()).isEqualTo(200);
        assertThat(console.post(assortment, Map.of("effect", "INCLUDE", "article", "no-such"))
                        .body())
                .contains("There is no article of this number");
        assertThat(console.upload(assortment + "/file", "rule;article;category\nEXCLUDE;;no-such\n")
                        .body())
                .contains("There is no category of this code");
    }

    private int agree(String stock, String surcharges) {
        return console.post(AGREEMENTS + "/articles", Map.of("stock", stock, "surcharges", surcharges))
                .statusCode();
    }

    private String validated(String number) {
        return koppel.postForm("/oci", call(Map.of("FUNCTION", "VALIDATE", "PRODUCTID", number)))
                .body();
    }

    private BigDecimal downloaded() {
        JsonNode page = Koppel.json(koppel.postForm("/oci", call(Map.of("FUNCTION", "DOWNLOADJSON"))));
        for (JsonNode item : page.path("Items")) {
            JsonNode fields = item.path("NEWITEM");
            if (fields.path("EXT_PRODUCT_ID").asText().equals(ARTICLE)) {
                return fields.path("PRICE")
                        .decimalValue()
                        .divide(fields.path("PRICE_QUANTITY").decimalValue());
            }
        }
        throw new AssertionError("The download has no " + ARTICLE);
    }

    private Map<String, String> call(Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("USERNAME", koppel.property("customer.ediplus.oci.username"));
        fields.put("PASSWORD", koppel.property("customer.ediplus.oci.password"));
        fields.put("HOOK_URL", "http://127.0.0.1:9/in");
        fields.put("LANGUAGE", "en");
        fields.putAll(more);
        return fields;
    }

    private static BigDecimal each(String page) {
        return new BigDecimal(field(page, "PRICE").replace(',', '.'))
                .divide(new BigDecimal(field(page, "PRICEUNIT").replace(',', '.')));
    }

    private static String field(String page, String name) {
        Matcher matcher = Pattern.compile("name=\"NEW_ITEM-" + name + "\\[1]\" value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(matcher.find()).as(name + " in " + page).isTrue();
        return matcher.group(1);
    }
}
