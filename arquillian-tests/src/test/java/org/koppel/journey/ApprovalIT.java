package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cart with all its buyer says, its way through the buyer's approval or without one, and back as an order. */
class ApprovalIT {
    private static final Pattern NUMBER = Pattern.compile("id=\"order-number\">([^<]+)<");
    private static final String ARTICLE = "100001";

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);

    @AfterEach
    void agreeOnNothing() throws SQLException {
        database(
                "delete from shop_policy",
                "delete from budget",
                "update channel set active = false where document_type = 'CartNotice'");
    }

    @Test
    void aUblOrderThatNamesThePeppolCartTakesOverWhatItDoesNotSay() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("zorggroep", "/peppol-punchout"));
        buyer.add(ARTICLE, "3");
        say(buyer, "MAIN", "KP-7", "ring twice", "Veel beterschap");
        String catalogue = buyer.transfer().fields().get("catalogue");
        Matcher id = Pattern.compile("<cbc:ID>([0-9A-Z]{12})</cbc:ID>").matcher(catalogue);
        assertThat(id.find()).isTrue();

        String number = "APP-" + id.group(1);
        String reference = "<cac:QuotationDocumentReference><cbc:ID>" + id.group(1)
                + "</cbc:ID></cac:QuotationDocumentReference><cac:BuyerCustomerParty>";
        HttpResponse<String> answer =
                postUbl(UblOrderIT.ORDER.formatted(number, line(2)).replace("<cac:BuyerCustomerParty>", reference));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode order = orders.answered(number);

        assertThat(order.path("site").asText()).isEqualTo("MAIN");
        JsonNode difference = order.path("cartDifferences").path(0);
        assertThat(difference.path("field").asText()).isEqualTo("quantity");
        assertThat(difference.path("cart").asText()).isEqualTo("3");
        assertThat(difference.path("order").asText()).isEqualTo("2");
        JsonNode response = confirmation(order, "json");
        assertThat(response.path("shipTo").path("id").asText()).isEqualTo("MAIN");
        assertThat(response.path("card").path("text").asText()).isEqualTo("Veel beterschap");
        assertThat(response.path("lines").path(0).path("note").asText()).isEqualTo("ring twice");
        assertThat(response.path("lines").path(0).path("references").findValuesAsText("value"))
                .contains("KP-7");
        String html = koppel.getApi("/api/v1/documents/" + orders.confirmation(order) + "/content?format=html")
                .body();
        assertThat(html).contains("Veel beterschap", "KP-7", "ring twice");
        String page =
                new Console(koppel).page("/console/orders/" + order.path("id").asText());
        assertThat(page).contains("Veel beterschap", "KP-7", "from the cart");
        assertThat(order.path("shipTo").path("id").asText()).isEqualTo("MAIN");
        assertThat(order.path("cardText").asText()).isEqualTo("Veel beterschap");
        assertThat(order.path("fromCart").toString()).contains("shipTo", "cardText");
    }

    @Test
    void anOrderWithoutAnyReferenceFindsItsCartByItsArticles() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("zorggroep", "/oci"));
        buyer.add(ARTICLE, "17"); // as no other cart has: of several that fit alike none is taken
        say(buyer, "", "KP-CONTENT", "", "");
        buyer.transfer();

        String number = "APC-" + System.nanoTime();
        postUbl(UblOrderIT.ORDER.formatted(number, line(17)));

        JsonNode order = orders.answered(number);
        assertThat(order.path("cart").asText()).isNotEmpty();
        assertThat(order.path("cartDifferences")).isEmpty();
        assertThat(confirmation(order, "json")
                        .path("lines")
                        .path(0)
                        .path("references")
                        .findValuesAsText("value"))
                .contains("KP-CONTENT");
    }

    @Test
    void anOrderThatSeveralCartsFitAlikeIsTakenWithoutAnyAndNamesThem() throws Exception {
        for (int i = 0; i < 2; i++) {
            Craftsman buyer = new Craftsman(koppel, entered("zorggroep", "/oci"));
            buyer.add(ARTICLE, "23");
            say(buyer, "", "KP-" + i, "", "");
            buyer.transfer();
        }

        String number = "APS-" + System.nanoTime();
        postUbl(UblOrderIT.ORDER.formatted(number, line(23)));

        JsonNode order = orders.answered(number);
        assertThat(order.path("cart").asText("")).isEmpty();
        assertThat(order.path("cartDifferences").findValuesAsText("field")).containsExactly("several");
        assertThat(confirmation(order, "json").toString()).doesNotContain("KP-0", "KP-1");
        assertThat(new Console(koppel)
                        .page("/console/orders/" + order.path("id").asText()))
                .contains("Several carts fit");
        database("update cart set status = 'CANCELLED' where status = 'TRANSFERRED' and customer = 'zorggroep'"
                + " and id in (select cart from cart_line where quantity = 23)");
    }

    @Test
    void anOrderWithMoreThanItsCartNamesItWithTheDifferencesAndTakesNothingOver() throws Exception {
        database("update cart set status = 'CANCELLED' where status = 'TRANSFERRED' and customer = 'ediplus'");
        Craftsman buyer = new Craftsman(koppel, entered("ediplus", "/oci"));
        buyer.add(ARTICLE, "31");
        say(buyer, "", "KP-RAISED", "", "");
        String cart = buyer.transfer().fields().get("NEW_ITEM-EXT_QUOTE_ID[1]");

        String number = "APR-" + System.nanoTime();
        koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "order;article;quantity\n" + number + ";" + ARTICLE + ";37\n")));

        JsonNode order = orders.answered(number);
        assertThat(order.path("cart").asText("")).isEmpty();
        assertThat(order.path("cartDifferences").findValuesAsText("field")).containsExactly("similar", "quantity");
        assertThat(order.path("cartDifferences").findValuesAsText("cart")).containsExactly(cart, "31");
        assertThat(confirmation(order, "json").toString()).doesNotContain("KP-RAISED");
        assertThat(new Console(koppel)
                        .page("/console/orders/" + order.path("id").asText()))
                .contains("May come from this cart", cart);
        database("update cart set status = 'CANCELLED' where reference = '" + cart + "'");
    }

    @Test
    void withoutApprovalATransferIsOneOrderHoweverOftenItIsPressed() throws Exception {
        database("insert into shop_policy (customer, at_once) values ('amerco', 'RETURN_NOTHING')");
        Craftsman buyer = new Craftsman(koppel, entered("amerco", "/oci"));
        buyer.add(ARTICLE, "2");
        say(buyer, "PLANT1", "CC-1", "", "Welcome aboard");
        assertThat(buyer.page("cart").body()).contains("Order now");

        List<Integer> pressed = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i ->
                        koppel.postForm(buyer.address("transfer"), Map.of()).statusCode())
                .toList();
        assertThat(pressed).containsOnly(303);
        String page = buyer.page("transfer").body();
        Matcher found = NUMBER.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        String number = found.group(1);

        JsonNode order = orders.answered(number);
        assertThat(page).contains("id=\"punchout-return\"").doesNotContain("NEW_ITEM");
        assertThat(orders.withNumber(number)).hasSize(1);
        assertThat(order.path("site").asText()).isEqualTo("PLANT1");
        assertThat(order.path("cartDifferences")).isEmpty();
        assertThat(confirmation(order, "json").path("card").path("text").asText())
                .isEqualTo("Welcome aboard");
        orders.delivery(number, "DELIVERED");
        assertThat(buyer.page("transfer").body()).contains(number, "has been received");
        assertThat(orders.withNumber(number)).hasSize(1);
        assertThatASecondOrderOfTheCartIsHeld(number);
    }

    private void assertThatASecondOrderOfTheCartIsHeld(String reference) throws Exception {
        CxmlOrder again = CxmlOrder.of(koppel, "amerco")
                .line("lineNumber=\"1\" quantity=\"2\"", ARTICLE, "PCE", orders.price("amerco", ARTICLE), "");
        koppel.postCxml(naming(again, reference));
        Koppel.await(
                "order " + again.number() + " held",
                () -> koppel.api("/api/v1/orders?number=" + again.number())
                        .path("items")
                        .path(0),
                o -> o.path("status").asText().equals("HELD"));
    }

    @Test
    void aCartThatNobodyOrdersExpiresWithAMailAndALateOrderSaysSo() throws Exception {
        database(
                "insert into channel (id, customer, document_type, formats, transport, settings) values"
                        + " (gen_random_uuid(), 'ediplus', 'CartNotice', 'html', 'mail', '{\"to\": \"cart@ediplus.example\"}')");
        Koppel.noticeAgreements();
        Craftsman buyer = new Craftsman(koppel, entered("ediplus", "/oci"));
        buyer.add(ARTICLE, "2");
        String reference = buyer.transfer().fields().get("NEW_ITEM-EXT_QUOTE_ID[1]");

        database("update cart set parked_until = now() where reference = '" + reference + "'");

        Koppel.await(
                "the notice of cart " + reference,
                () -> koppel.api("/api/v1/deliveries?document=" + reference)
                        .path("items")
                        .path(0),
                d -> d.path("status").asText().equals("DELIVERED"));
        assertThat(new Console(koppel).page("/console/carts?status=EXPIRED")).contains(reference);
        CxmlOrder late = CxmlOrder.of(koppel, "ediplus")
                .line("lineNumber=\"1\" quantity=\"2\"", ARTICLE, "PCE", orders.price("ediplus", ARTICLE), "");
        koppel.postCxml(naming(late, reference));
        JsonNode order = orders.answered(late.number());
        assertThat(order.path("cartDifferences").findValuesAsText("field")).containsExactly("expired");
    }

    private static String naming(CxmlOrder order, String reference) {
        return order.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + reference + "</SupplierPartAuxiliaryID>");
    }

    @Test
    void aBudgetIsShownAndRefusesTheCartThatIsTooMuch() throws Exception {
        database(
                "insert into budget (id, customer, period, amount) values (gen_random_uuid(), 'amerco', 'YEAR', 0.01)");
        String budgets = "/console/shops/amerco/budgets";
        assertThat(new Console(koppel)
                        .post(budgets, Map.of("of", "buyer:nope", "amount", "5", "period", "MONTH"))
                        .statusCode())
                .as("nobody of that name")
                .isEqualTo(422);
        Craftsman buyer = new Craftsman(koppel, entered("amerco", "/oci"));
        buyer.add(ARTICLE, "2");

        HttpResponse<String> refused = koppel.postForm(buyer.address("transfer"), Map.of());

        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/cart");
        assertThat(buyer.page("cart").body())
                .contains(
                        "Budget this year (the whole company)",
                        "take something out",
                        "the whole company) is exceeded by")
                .doesNotContain("marked lines");
    }

    @Test
    void anArticleThatCostsMoreThanAgreedSaysSoOnItsOwnPage() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("amerco", "/oci"));
        assertThat(buyer.page("articles/" + ARTICLE).body()).doesNotContain("more than your company allows");

        database("insert into shop_policy (customer, price_cap) values ('amerco', 0.01)");

        assertThat(buyer.page("articles/" + ARTICLE).body()).contains("more than your company allows (0.01");
    }

    @Test
    void aCategoryIsLinkedByItsNameWithTheCountOfItsTile() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("amerco", "/oci"));
        Matcher tile = Pattern.compile("category=tools\".*?>(\\d+) articles<", Pattern.DOTALL)
                .matcher(buyer.page("").body());
        assertThat(tile.find()).isTrue();

        String link = "category=tools\">Category: Tools (" + tile.group(1) + ")</a>";
        assertThat(buyer.page("search?q=tools").body()).contains(link);
        assertThat(buyer.page("search?q=toosl").body()).contains(link);
    }

    @Test
    void whatCannotBeKeptIsSaidWhereItWasTypedAndNothingTypedIsLost() {
        Craftsman buyer = new Craftsman(koppel, entered("zorggroep", "/oci"));
        buyer.add(ARTICLE, "2");

        HttpResponse<String> answer = koppel.postForm(
                buyer.address("cart/data"),
                Map.of(
                        "article",
                        ARTICLE,
                        "delivery",
                        "sometime",
                        "lineCostCentre",
                        "<b>",
                        "text",
                        "",
                        "cardText",
                        "Hi"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is not a date", "value=\"sometime\"", "aria-invalid=\"true\"", ">Hi</textarea>")
                .doesNotContain("<b>");
    }

    @Test
    void visitsOfOneBuyerAtTheSameTimeNeverMix() {
        List<Craftsman> visits = IntStream.range(0, 3)
                .mapToObj(i -> new Craftsman(koppel, entered("zorggroep", "/oci")))
                .toList();
        IntStream.range(0, 30).parallel().forEach(i -> visits.get(i % 3).add(ARTICLE, String.valueOf(1 + i % 3)));

        List<Map<String, String>> home =
                visits.stream().parallel().map(v -> v.transfer().fields()).toList();

        assertThat(home)
                .extracting(f -> new BigDecimal(f.get("NEW_ITEM-QUANTITY[1]")).intValueExact())
                .containsExactly(10, 20, 30);
        assertThat(home.stream().map(f -> f.get("NEW_ITEM-EXT_QUOTE_ID[1]")).distinct())
                .hasSize(3);
    }

    private static void say(Craftsman buyer, String site, String costCentre, String text, String card) {
        HttpResponse<String> answer = buyer.post(
                "cart/data",
                Map.of(
                        "site",
                        site,
                        "article",
                        ARTICLE,
                        "delivery",
                        "",
                        "lineCostCentre",
                        costCentre,
                        "text",
                        text,
                        "cardText",
                        card));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static String line(int quantity) {
        return "<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode=\"C62\">" + quantity
                + "</cbc:Quantity><cac:Item><cbc:Name>Socket</cbc:Name><cac:SellersItemIdentification><cbc:ID>"
                + ARTICLE + "</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>";
    }

    private JsonNode confirmation(JsonNode order, String format) {
        return koppel.api("/api/v1/documents/" + orders.confirmation(order) + "/content?format=" + format);
    }

    private HttpResponse<String> entered(String customer, String entrance) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("USERNAME", koppel.property("customer." + customer + ".oci.username"));
        fields.put("PASSWORD", koppel.property("customer." + customer + ".oci.password"));
        fields.put("HOOK_URL", "http://127.0.0.1:9/in");
        fields.put("LANGUAGE", "en");
        return koppel.postForm(entrance, fields);
    }

    private HttpResponse<String> postUbl(String document) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("zorggroep"))
                .header("Content-Type", "application/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
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
