package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** A buyer goes from the procurement system into the catalogue and comes home with a cart, or without. */
class PunchOutIT {
    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "bouwgroep");
    private final String password = koppel.property("customer.bouwgroep.oci.password");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aCartFilledInAFrameComesHomeWithItsFields() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/framed")).press("#call button").into("iframe");
            fillTheCart(browser);

            browser.press("#minicart").press("form[action$='/transfer'] button");

            assertCart(buyer.returned());
            browser.out().read("#back", "Back");
            assertThat(browser.address()).isEqualTo(buyer.address("/inbound").toString());
        }
    }

    @Test
    void theSameCartCanBecomeAnOrderThatKnowsWhereItCameFrom() throws Exception {
        List<BuyersSystem.Field> fields;
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/start")).press("#call button");
            fillTheCart(browser);
            browser.press("#minicart").press("form[action$='/transfer'] button");
            fields = buyer.returned();
        }
        PurchaseOrders orders = new PurchaseOrders(koppel);
        String auxiliary =
                "<SupplierPartAuxiliaryID>" + value(fields, "NEW_ITEM-EXT_QUOTE_ID[1]") + "</SupplierPartAuxiliaryID>";
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .line("lineNumber=\"1\" quantity=\"5\"", "100001", "PCE", orders.price("bouwgroep", "100001"), "");
        koppel.postCxml(order.xml().replace("</SupplierPartID>", "</SupplierPartID>" + auxiliary));

        JsonNode known = orders.answered(order.number());

        assertThat(known.has("cart")).isTrue();
        JsonNode difference = known.path("cartDifferences").path(0);
        assertThat(difference.path("line").asText()).isEqualTo("1");
        assertThat(difference.path("field").asText()).isEqualTo("quantity");
        assertThat(difference.path("cart").asText()).isEqualTo("2");
        assertThat(difference.path("order").asText()).isEqualTo("5");
    }

    @Test
    void whoCancelsComesHomeWithoutItems() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/framed")).press("#call button").into("iframe");
            fillTheCart(browser);

            browser.press("footer form[action$='/cancel'] button");

            assertThat(names(buyer.returned())).contains("sap-client").noneMatch(n -> n.startsWith("NEW_ITEM"));
            browser.out().read("#back", "Back");
        }
    }

    @Test
    void worksWithoutJavaScriptUpToTheVisibleButtonThatGoesHome() throws Exception {
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(buyer.address("/framed")).press("#call button").into("iframe");
            fillTheCart(browser);
            browser.press("#minicart").press("form[action$='/transfer'] button");

            assertThat(browser.see("#punchout-return button").isDisplayed()).isTrue();
            browser.press("#punchout-return button");

            assertCart(buyer.returned());
        }
    }

    @Test
    void tabAndEnterAreEnoughFromTheSearchToTheTransfer() throws Exception {
        Assumptions.assumeTrue(Browser.isReal(), "HtmlUnit has no keyboard");
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/start"));
            browser.tabTo("#call button").keys(Keys.ENTER).see("#minicart");
            browser.keys(Keys.TAB);
            assertThat(browser.focused())
                    .as("the first stop leads over the head")
                    .isEqualTo("#main");

            browser.tabTo("#q").keys("100001", Keys.ENTER).see("#n-100001");
            browser.tabTo("#n-100001").keys(Keys.chord(Keys.CONTROL, "a"), "2", Keys.ENTER);
            browser.read("#minicart .count", "1");
            browser.tabBackTo("#minicart").keys(Keys.ENTER).see("form[action$='/transfer'] button");
            browser.tabTo("form[action$='/transfer'] button").keys(Keys.ENTER);

            assertCart(buyer.returned());
        }
    }

    @Test
    void thePasswordIsNeitherInAnAddressNorOnAPage() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(koppel.address("/oci?USERNAME=" + koppel.property("customer.bouwgroep.oci.username")
                    + "&PASSWORD=" + password + "&HOOK_URL=" + buyer.address("/inbound")));
            browser.see("#minicart");
            assertThat(browser.address()).contains("/shop/").doesNotContain(password, "?");
            assertThat(browser.source()).doesNotContain(password);

            browser.driver().navigate().refresh();
            browser.press("#minicart").see("h1");

            assertThat(browser.source()).doesNotContain(password);
        }
    }

    @Test
    void aWrongPasswordIsAnsweredWithAPageThatRepeatsNothing() {
        Map<String, String> call = call(buyer.address("/inbound").toString());
        call.put("PASSWORD", "not-the-password");
        HttpResponse<String> answer = koppel.postForm("/oci", call);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("The user name or the password is not right", "connection sheet")
                .doesNotContain("not-the-password");
    }

    static Stream<String> hooks() {
        return Stream.of(
                "javascript:alert(1)",
                "JavaScript://127.0.0.1/%0aalert(1)",
                "data:text/html,hello",
                "https://evil.example/inbound",
                "http://evil.example/inbound",
                "http://127.0.0.1@evil.example/inbound",
                "http://127.0.0.1.evil.example/inbound",
                "http://127.0.0.1:9/inbound\"><script>alert(1)</script>",
                "http://127.0.0.1:9/in'bound\" onmouseover=\"x",
                "//evil.example/inbound",
                "/inbound",
                "ftp://127.0.0.1/inbound");
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void aReturnAddressThatWasNotAgreedIsRefusedWithAPageThatSaysSo(String hook) {
        HttpResponse<String> answer = koppel.postForm("/oci", call(hook));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body())
                .containsAnyOf(
                        "The return address is on a host that was not agreed",
                        "The return address is not encrypted",
                        "The return address is not one that a browser can be sent to")
                .doesNotContain("evil.example", "alert(1)", "onmouseover");
    }

    @Test
    void aReturnAddressWhoseQueryIsWrittenLooselyIsTaken() {
        assertThat(koppel.postForm("/oci", call("http://127.0.0.1:9/in?a=b c&n=é|{}\"%zz#top"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aCallWithoutAReturnAddressSaysWhatIsMissing() {
        Map<String, String> call = call("");
        call.remove("HOOK_URL");

        HttpResponse<String> answer = koppel.postForm("/oci", call);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("send the parameter HOOK_URL with the full return address");
    }

    @Test
    void aQuantityThatCannotBeReadIsSaidWhereItWasTyped() throws Exception {
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(buyer.address("/start")).press("#call button");
            browser.type("#q", "100001").press("header form.find button");
            browser.type("#n-100001", "many");

            browser.press("form.add:has(#n-100001) button");

            browser.read("main", "This quantity cannot be read");
            assertThat(browser.source()).contains("many");
        }
    }

    /** Searches by the article number and puts two into the cart. */
    private static void fillTheCart(Browser browser) {
        browser.type("#q", "100001").press("header form.find button");
        browser.type("#n-100001", "2").press("form.add button");
        browser.read("#minicart .count", "1");
    }

    private void assertCart(List<BuyersSystem.Field> fields) {
        PurchaseOrders orders = new PurchaseOrders(koppel);
        BigDecimal agreed = new BigDecimal(orders.price("bouwgroep", "100001"));
        assertThat(value(fields, "sap-client")).isEqualTo("100");
        assertThat(value(fields, "x")).isEqualTo("a b");
        assertThat(value(fields, "NEW_ITEM-VENDORMAT[1]")).isEqualTo("100001");
        assertThat(value(fields, "NEW_ITEM-DESCRIPTION[1]")).isNotBlank().hasSizeLessThanOrEqualTo(40);
        assertThat(new BigDecimal(value(fields, "NEW_ITEM-QUANTITY[1]"))).isEqualByComparingTo("2");
        assertThat(value(fields, "NEW_ITEM-UNIT[1]")).isEqualTo("PCE");
        BigDecimal per = new BigDecimal(value(fields, "NEW_ITEM-PRICEUNIT[1]"));
        assertThat(new BigDecimal(value(fields, "NEW_ITEM-PRICE[1]"))).isEqualByComparingTo(agreed.multiply(per));
        assertThat(value(fields, "NEW_ITEM-CURRENCY[1]")).isEqualTo("EUR");
        assertThat(value(fields, "NEW_ITEM-LEADTIME[1]")).matches("\\d{1,5}");
        assertThat(value(fields, "NEW_ITEM-EXT_PRODUCT_ID[1]")).isEqualTo("100001");
        assertThat(names(fields)).doesNotContain("NEW_ITEM-VENDORMAT[2]", "USERNAME", "PASSWORD");
    }

    private Map<String, String> call(String hook) {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("USERNAME", koppel.property("customer.bouwgroep.oci.username"));
        call.put("PASSWORD", password);
        call.put("HOOK_URL", hook);
        call.put("LANGUAGE", "en");
        return call;
    }

    private static List<String> names(List<BuyersSystem.Field> fields) {
        return fields.stream().map(BuyersSystem.Field::name).toList();
    }

    private static String value(List<BuyersSystem.Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(BuyersSystem.Field::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + fields));
    }
}
