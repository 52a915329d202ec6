package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for single persons, for carts that are orders at once, and for carts that are approved in parts. */
@ChangesTheDemo
class ShopAgreementsIT {
    private static final String SOCKET = "100001";
    private static final String OTHER = "100002";
    private static final String HOOK = "http://127.0.0.1:9/in";

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);

    @AfterEach
    void agreeOnNothing() throws SQLException {
        database(
                "delete from shop_policy",
                "update cart set content = null where at_once", // orders of other tests are none of these carts
                "delete from shopper_rule",
                "update buyer set active = true",
                "delete from buyer where login = name");
    }

    @Test
    void whatAPersonMayNotBuyDoesNotExistForThatPerson() throws Exception {
        database("insert into shopper_rule (customer, buyer, effect, article) values"
                + " ('ediplus', 'jan.weber', 'EXCLUDE', '" + SOCKET + "')");
        Craftsman jan = new Craftsman(koppel, oci("ediplus", Map.of("USERID", "jan.weber")));
        Craftsman other = new Craftsman(koppel, oci("ediplus", Map.of()));

        assertThat(other.page("search?q=" + SOCKET).body()).contains("articles/" + SOCKET);
        assertThat(jan.page("search?q=" + SOCKET).body()).doesNotContain("articles/" + SOCKET);
        assertThat(other.page("articles/" + SOCKET).statusCode()).isEqualTo(200);
        assertThat(jan.page("articles/" + SOCKET).statusCode()).isEqualTo(404);
        assertThat(jan.page("pictures/" + SOCKET).statusCode()).isEqualTo(404);
        assertThat(quick(jan, SOCKET, "2")).contains("Unknown number");
        HttpResponse<String> validated =
                oci("ediplus", Map.of("USERID", "jan.weber", "FUNCTION", "VALIDATE", "PRODUCTID", SOCKET));
        assertThat(validated.body()).doesNotContain("NEW_ITEM-VENDORMAT");
        assertThat(oci("ediplus", Map.of("FUNCTION", "VALIDATE", "PRODUCTID", SOCKET))
                        .body())
                .contains("NEW_ITEM-VENDORMAT");
    }

    @Test
    void aQuickOrderWhosePageIsLoadedAgainOrdersNothingAgain() throws Exception {
        Craftsman buyer = new Craftsman(koppel, oci("ediplus", Map.of()));
        HttpResponse<String> posted = buyer.post("quick", Map.of("number", SOCKET, "quantity", "3"));
        assertThat(posted.statusCode()).isEqualTo(303);
        String result = posted.headers().firstValue("Location").orElseThrow();

        for (int i = 0; i < 2; i++) {
            assertThat(koppel.get(result).body()).contains("id=\"became\"", "articles/" + SOCKET);
        }

        assertThat(buyer.page("cart").body()).contains("name=\"quantity\" inputmode=\"decimal\" value=\"3\"");
        Craftsman other = new Craftsman(koppel, oci("ediplus", Map.of()));
        assertThat(other.page("quick?" + URI.create(result).getQuery()).body()).doesNotContain("id=\"became\"");
    }

    @Test
    void aCustomerWhoSeesNoStockLearnsNothingOfIt() throws Exception {
        Craftsman buyer = new Craftsman(koppel, oci("ediplus", Map.of()));
        buyer.add(SOCKET, "9999999");
        assertThat(buyer.page("cart").body()).contains("in stock");
        assertThat(buyer.page("search?q=" + SOCKET + "&stock=1").body()).contains("In stock");
        database("insert into article_setting (customer, stock) values ('ediplus', 'HIDDEN')"
                + " on conflict (customer) do update set stock = 'HIDDEN'");
        Koppel.noticeAgreements();
        try {
            assertThat(buyer.page("cart").body())
                    .contains("articles/" + SOCKET)
                    .doesNotContain("in stock", "Expected on", "it will follow");
            assertThat(buyer.page("search?q=" + SOCKET + "&stock=1").body())
                    .contains("articles/" + SOCKET)
                    .doesNotContain("In stock");
        } finally {
            database("update article_setting set stock = 'FIGURE' where customer = 'ediplus'");
        }
    }

    /** The page that a quick order of one row leads to. */
    private String quick(Craftsman buyer, String number, String quantity) {
        HttpResponse<String> posted = buyer.post("quick", Map.of("number", number, "quantity", quantity));
        return koppel.get(posted.headers().firstValue("Location").orElseThrow()).body();
    }

    @Test
    void aCatalogueThatIsFetchedForAPersonHoldsWhatThatPersonMayBuy() throws Exception {
        database("insert into shopper_rule (customer, buyer, effect, article) values"
                + " ('zorggroep', 'els.claes', 'EXCLUDE', '" + SOCKET + "')");

        assertThat(fetched("/cxml/catalogue.cif")).contains("," + SOCKET + ",");
        assertThat(fetched("/cxml/catalogue.cif?user=els.claes"))
                .doesNotContain("," + SOCKET + ",")
                .contains("," + OTHER + ",");
        assertThat(fetched("/cxml/index.xml")).contains(">" + SOCKET + "<");
        assertThat(fetched("/cxml/index.xml?user=Els.Claes"))
                .doesNotContain(">" + SOCKET + "<")
                .contains(">" + OTHER + "<");
    }

    @Test
    void aCatalogueForSomebodyWhoIsNotThereIsRefusedAndNotTheWholeCustomers() {
        assertThat(List.of("/cxml/catalogue.cif?user=els.clas", "/cxml/index.xml?user=jan.weber"))
                .allSatisfy(path -> {
                    HttpResponse<String> answer = answered(path);
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.body()).contains("no buyer of that name").doesNotContain(SOCKET);
                });
    }

    private String fetched(String path) {
        return answered(path).body();
    }

    private HttpResponse<String> answered(String path) {
        return koppel.send(koppel.request(path)
                .header("Authorization", koppel.bearer("zorggroep"))
                .GET());
    }

    @Test
    void ordersOfACartThatWasApprovedInPartsNoteWhatTheyLeaveAndTheCartSaysWhatIsOpen() throws Exception {
        Craftsman buyer = new Craftsman(koppel, oci("ediplus", Map.of()));
        buyer.add(SOCKET, "2");
        String least = article(OTHER).path("minimum").asText();
        buyer.add(OTHER, least);
        String reference = buyer.transfer().fields().get("NEW_ITEM-EXT_QUOTE_ID[1]");

        JsonNode first = partOf(reference, SOCKET, "2");
        assertThat(first.path("cartDifferences").findValuesAsText("field")).containsExactly("missing");
        assertThat(first.path("cartDifferences").findValuesAsText("line")).containsExactly(OTHER);
        Console console = new Console(koppel);
        String cart = "/console/carts/" + first.path("cart").asText();
        assertThat(console.page(cart)).contains("One line of this cart is not ordered in full yet");
        assertThat(console.page("/console/orders/" + first.path("id").asText()))
                .contains("One line of this cart is not ordered in full yet", "Not in this order");

        JsonNode second = partOf(reference, OTHER, least);
        assertThat(second.path("cart")).isEqualTo(first.path("cart"));
        assertThat(second.path("cartDifferences")).isEmpty();
        assertThat(console.page(cart))
                .contains(first.path("number").asText(), second.path("number").asText())
                .doesNotContain("not ordered in full yet");
    }

    private JsonNode partOf(String reference, String article, String quantity) throws Exception {
        CxmlOrder order = CxmlOrder.of(koppel, "ediplus")
                .line("lineNumber=\"1\" quantity=\"" + quantity + "\"", article, unit(article), price(article), "");
        koppel.postCxml(order.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + reference + "</SupplierPartAuxiliaryID>"));
        return orders.answered(order.number());
    }

    private String price(String article) {
        return orders.price("ediplus", article);
    }

    private String unit(String article) {
        return article(article).path("unit").asText();
    }

    private JsonNode article(String number) {
        return koppel.api("/api/v1/articles/" + number + "?customer=ediplus").path("article");
    }

    @Test
    void aCartThatWasOrderedAtOnceGoesHomeTooAndItsApprovalOrdersNothingTwice() throws Exception {
        database("insert into shop_policy (customer, at_once) values ('amerco', 'RETURN_CART')");
        Craftsman buyer = new Craftsman(koppel, oci("amerco", Map.of()));
        buyer.add(SOCKET, "19"); // as no other cart has

        koppel.postForm(buyer.address("transfer"), Map.of());
        String page = buyer.page("transfer").body();

        assertThat(page).contains("name=\"NEW_ITEM-VENDORMAT[1]\" value=\"" + SOCKET + "\"");
        String number = page.replaceFirst("(?s).*id=\"order-number\">([^<]+)<.*", "$1");
        assertThat(page).contains("name=\"NEW_ITEM-EXT_QUOTE_ID[1]\" value=\"" + number + "\"");
        JsonNode order = orders.answered(number);
        assertThat(order.path("cartDifferences")).isEmpty();
        CxmlOrder approved = CxmlOrder.of(koppel, "amerco")
                .line("lineNumber=\"1\" quantity=\"19\"", SOCKET, "PCE", orders.price("amerco", SOCKET), "");
        koppel.postCxml(approved.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + number + "</SupplierPartAuxiliaryID>"));
        assertHeld(approved);
        CxmlOrder nameless = CxmlOrder.of(koppel, "amerco")
                .line("lineNumber=\"1\" quantity=\"19\"", SOCKET, "PCE", orders.price("amerco", SOCKET), "");
        koppel.postCxml(nameless.xml());
        assertHeld(nameless);
        assertThat(orders.withNumber(number)).hasSize(1);
    }

    /** Because the cart was ordered by its transfer. */
    private void assertHeld(CxmlOrder order) throws Exception {
        JsonNode again = Koppel.await(
                "order " + order.number() + " held",
                () -> koppel.api("/api/v1/orders?number=" + order.number())
                        .path("items")
                        .path(0),
                o -> o.path("status").asText().equals("HELD"));
        JsonNode held = koppel.api("/api/v1/orders/" + again.path("id").asText());
        assertThat(held.path("heldFor").asText()).isEqualTo("ORDERED_AT_ONCE");
    }

    @Test
    void theOrderPageGoesHomeByItselfWhereScriptsRunUnlessTheBuyerStays() throws Exception {
        database("insert into shop_policy (customer, at_once) values ('bouwgroep', 'RETURN_CART')");
        try (BuyersSystem system = new BuyersSystem(koppel, "bouwgroep");
                Browser browser = Browser.open()) {
            browser.go(system.address("/start")).press("#call button");
            order(browser);
            assertThat(system.returned()).extracting(BuyersSystem.Field::name).contains("NEW_ITEM-VENDORMAT[1]");
            browser.read("#back", "Back");

            browser.go(system.address("/start")).press("#call button");
            order(browser);
            browser.press("#stay");
            assertThat(browser.see("#punchout-return button").isDisplayed()).isTrue();
            browser.press("#punchout-return button");
            assertThat(system.returned()).extracting(BuyersSystem.Field::name).contains("NEW_ITEM-VENDORMAT[1]");
        }
    }

    @Test
    void theOrderPageHasAButtonWithoutScripts() throws Exception {
        database("insert into shop_policy (customer, at_once) values ('bouwgroep', 'RETURN_CART')");
        try (BuyersSystem system = new BuyersSystem(koppel, "bouwgroep");
                Browser browser = Browser.withoutJavaScript()) {
            browser.go(system.address("/start")).press("#call button");
            order(browser);
            assertThat(browser.see("#punchout-return button").isDisplayed()).isTrue();
            browser.press("#punchout-return button");
            assertThat(system.returned()).extracting(BuyersSystem.Field::name).contains("NEW_ITEM-VENDORMAT[1]");
        }
    }

    /** Puts one article in by its page and orders it. */
    private void order(Browser browser) {
        String shop = browser.see("#minicart").getAttribute("href").replaceFirst("cart$", "");
        browser.go(URI.create(shop + "articles/" + SOCKET)).press("form[action$='/cart/lines'] button");
        browser.read("#minicart .count", "1");
        browser.go(URI.create(shop + "cart")).press("form[action$='/transfer'] button");
        browser.see("#order-number");
    }

    @Test
    void whoIsSwitchedOffIsRefusedByEveryMechanism() throws Exception {
        String contact =
                "<Contact><Name xml:lang=\"en\">An Peeters</Name><Email>an.peeters@bouwgroep.example</Email></Contact>";
        assertThat(punchOut().with(contact).ask().code()).isEqualTo("200");
        database("update buyer set active = false where login = 'an.peeters'");
        assertThat(punchOut().with(contact).ask().code()).isEqualTo("403");
        assertThat(punchOut()
                        .extrinsics("<Extrinsic name=\"UserEmail\">An.Peeters@bouwgroep.example</Extrinsic>")
                        .ask()
                        .code())
                .isEqualTo("403");
        assertThat(punchOut()
                        .extrinsics("<Extrinsic name=\"UniqueName\">tom.maes</Extrinsic>")
                        .ask()
                        .code())
                .isEqualTo("200");

        for (String customer : List.of("zorggroep", "ediplus")) {
            String login = koppel.property("customer." + customer + ".oci.username");
            assertThat(entered(customer).statusCode()).isEqualTo(303);
            database("insert into buyer (customer, login, name, active) values ('" + customer + "', '" + login + "', '"
                    + login + "', false)");
            HttpResponse<String> refused = entered(customer);
            assertThat(refused.statusCode()).as(customer).isEqualTo(403);
            assertThat(refused.headers().firstValue("Location")).isEmpty();
        }
    }

    private CxmlPunchOut punchOut() {
        return new CxmlPunchOut(koppel, "bouwgroep", URI.create(HOOK));
    }

    /** By IDS where the customer is German, else by Peppol. */
    private HttpResponse<String> entered(String customer) {
        if (customer.equals("zorggroep")) {
            return koppel.postForm("/peppol-punchout", call(customer, Map.of()));
        }
        return koppel.postForm(
                "/ids",
                Map.of(
                        "kndnr",
                        "4711",
                        "name_kunde",
                        koppel.property("customer." + customer + ".oci.username"),
                        "pw_kunde",
                        koppel.property("customer." + customer + ".oci.password"),
                        "Version",
                        "2.5",
                        "action",
                        "WKE",
                        "hookurl",
                        HOOK));
    }

    private HttpResponse<String> oci(String customer, Map<String, String> more) {
        return koppel.postForm("/oci", call(customer, more));
    }

    private Map<String, String> call(String customer, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("USERNAME", koppel.property("customer." + customer + ".oci.username"));
        fields.put("PASSWORD", koppel.property("customer." + customer + ".oci.password"));
        fields.put("HOOK_URL", HOOK);
        fields.put("LANGUAGE", "en");
        fields.putAll(more);
        return fields;
    }

    private void database(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
