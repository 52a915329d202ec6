package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A German craftsman's software opens the shop by IDS Connect, sends a basket and fetches one. */
class IdsPunchOutIT {
    private static final String HOOK = "http://127.0.0.1:9/basket?sid=1&x=a%20b";
    private static final String BASKET = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
            + "<Warenkorb xmlns=\"http://www.itek.de/Shop-Anbindung/Warenkorb/\"><WarenkorbInfo><Version>2.5</Version>"
            + "</WarenkorbInfo><Order><OrderInfo><PartNo>B-17</PartNo><ModeOfShipment>Abholung</ModeOfShipment>"
            + "<Kommission>Müller &amp; Söhne</Kommission></OrderInfo>%s</Order></Warenkorb>";
    private static final String KITCHEN = "<OrderItem><RefItems><Customer>01.02</Customer><Supplier/></RefItems>"
            + "<ArtNo>100001</ArtNo><Qty>2.00</Qty><QU>PCE</QU></OrderItem>";
    private static final String BATH = "<OrderItem><RefItems><Customer>01.03</Customer><Supplier/></RefItems>"
            + "<ArtNo>100001</ArtNo><Qty>3.00</Qty><QU>PCE</QU></OrderItem>";
    private static final String UNKNOWN = "<OrderItem><RefItems><Customer>09.99</Customer><Supplier/></RefItems>"
            + "<ArtNo>no-such</ArtNo><Qty>1.00</Qty><QU>PCE</QU><Kurztext>Altes &lt;b&gt;</Kurztext></OrderItem>";

    private final Koppel koppel = Koppel.running();

    @Test
    void aBasketThatWasSentComesHomePricedWithItsPositions() {
        HttpResponse<String> entered = call("WKS", Map.of("warenkorb", BASKET.formatted(KITCHEN + BATH)));

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/cart");
        Craftsman craftsman = new Craftsman(koppel, entered);
        assertThat(craftsman.page("cart").body()).contains("100001");
        craftsman.add("100001", "1");
        Craftsman.Home home = craftsman.transfer();

        String price = new PurchaseOrders(koppel).price("ediplus", "100001");
        assertThat(home.address()).isEqualTo(HOOK);
        assertThat(home.fields()).containsOnlyKeys("warenkorb");
        assertThat(home.fields().get("warenkorb"))
                .contains("<PartNo>B-17</PartNo><ModeOfShipment>Abholung</ModeOfShipment><Cur>EUR</Cur>")
                .contains("<Kommission>Müller &amp; Söhne</Kommission>")
                .containsPattern("<OfferNo>[0-9A-Z]{12}</OfferNo>")
                .contains(position("01.02", 1), "<Qty>2.00</Qty><QU>PCE</QU>", net(price, 2))
                .contains(position("01.03", 2), "<Qty>4.00</Qty><QU>PCE</QU>", net(price, 4))
                .doesNotContain("<VAT>"); // from Belgium to Germany
        assertThat(craftsman.transfer()).isEqualTo(home);
    }

    @Test
    void positionsThatCannotBeTakenAreNamedBeforeTheCartOpens() {
        HttpResponse<String> answer = call("WKS", Map.of("warenkorb", BASKET.formatted(UNKNOWN + KITCHEN)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("09.99", "no-such", "Altes &lt;b&gt;")
                .doesNotContain("01.02");
        String cart = answer.body().replaceFirst("(?s).*href=\"(/shop/[^\"]+/cart)\".*", "$1");
        Craftsman.Home home = new Craftsman(koppel, cart).transfer();
        assertThat(home.fields().get("warenkorb")).contains("01.02").doesNotContain("09.99");
    }

    @Test
    void aLevyThatComesBackIsNoUnknownArticle() {
        String levy = UNKNOWN.replace("no-such", "RECUPEL-LAMP").replace("09.99", "09.98");
        HttpResponse<String> answer = call("WKS", Map.of("warenkorb", BASKET.formatted(levy + KITCHEN)));

        assertThat(answer.statusCode()).as("straight into the cart").isEqualTo(303);
        assertThat(new Craftsman(koppel, answer).page("cart").body())
                .contains("100001")
                .doesNotContain("RECUPEL");
    }

    @Test
    void whoLeavesTheShopBringsAnEmptyBasketHome() {
        Craftsman craftsman = new Craftsman(koppel, call("WKE", Map.of()));
        craftsman.add("100001", "1");

        Craftsman.Home home = craftsman.cancel();

        assertThat(home.address()).isEqualTo(HOOK);
        assertThat(home.fields().get("warenkorb")).contains("<Order>").doesNotContain("OrderItem");
    }

    @Test
    void anArticleLinkAndASearchOpenTheirPagesInTheCustomersLanguage() {
        Map<String, String> link = fields("ADL", Map.of("ghnummer", "100001"));
        link.remove("hookurl");
        HttpResponse<String> entered = koppel.postForm("/ids", link);
        assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/articles/100001");
        assertThat(koppel.get(entered.headers().firstValue("Location").get()).body())
                .contains("100001", "<html lang=\"de\"");
        Craftsman looking = new Craftsman(koppel, entered);
        looking.add("100001", "1");
        assertThat(looking.transfer().address()).isEqualTo("/ids-done");
        assertThat(koppel.postForm("/ids-done", Map.of()).statusCode()).isEqualTo(200);

        HttpResponse<String> search = call("AS", Map.of("searchterm", "100001"));
        assertThat(koppel.get(search.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("100001");
    }

    @Test
    void softwareThatPostsMultipartIsUnderstood() {
        String body = fields("WKS", Map.of("warenkorb", BASKET.formatted(KITCHEN))).entrySet().stream()
                .map(f -> "--b0\r\nContent-Disposition: form-data; name=\"" + f.getKey() + "\"\r\n\r\n" + f.getValue())
                .collect(Collectors.joining("\r\n", "", "\r\n--b0--\r\n"));

        HttpResponse<String> entered = koppel.send(koppel.request("/ids/ediplus")
                .header("Content-Type", "multipart/form-data; boundary=b0")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(new Craftsman(koppel, entered).transfer().fields().get("warenkorb"))
                .contains("Müller &amp; Söhne");
    }

    @Test
    void whatIsRefusedSaysWhyAndRepeatsNothing() {
        assertRefused(403, call("WKE", Map.of("pw_kunde", "<wrong>")));
        assertRefused(400, call("WKE", Map.of("hookurl", "https://evil.example/x")));
        assertRefused(400, call("WKE", Map.of("hookurl", "javascript:alert(1)")));
        assertRefused(400, call("HLS", Map.of()));
        assertRefused(400, call("WKS", Map.of()));
        assertRefused(400, call("WKS", Map.of("warenkorb", BASKET.formatted(KITCHEN.replace("2.00", "<wrong>")))));
        String entity = "<!DOCTYPE Warenkorb [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Warenkorb>&e;</Warenkorb>";
        assertRefused(400, call("WKS", Map.of("warenkorb", entity)));
        assertRefused(403, koppel.postForm("/ids/bouwgroep", fields("WKE", Map.of())));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("<h1>").doesNotContain("wrong", "evil.example", "alert(1)", "root:");
    }

    private HttpResponse<String> call(String action, Map<String, String> more) {
        return koppel.postForm("/ids", fields(action, more));
    }

    private Map<String, String> fields(String action, Map<String, String> more) {
        return fields(koppel, action, more);
    }

    private static Map<String, String> fields(Koppel koppel, String action, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kndnr", "4711");
        fields.put("name_kunde", koppel.property("customer.ediplus.oci.username"));
        fields.put("pw_kunde", koppel.property("customer.ediplus.oci.password"));
        fields.put("Version", "2.5");
        fields.put("action", action);
        fields.put("hookurl", HOOK);
        fields.putAll(more);
        return fields;
    }

    /** The fields of a call whose basket has two positions that cannot be taken, one for either reason. */
    static Map<String, String> refused(Koppel koppel) {
        String half = KITCHEN.replace("2.00", "1.50");
        return fields(koppel, "WKS", Map.of("warenkorb", BASKET.formatted(UNKNOWN + half)));
    }

    private static String position(String reference, int line) {
        return "<RefItems><Customer>" + reference + "</Customer><Supplier>" + line + "</Supplier></RefItems>";
    }

    private static String net(String price, int quantity) {
        BigDecimal net =
                new BigDecimal(price).multiply(new BigDecimal(quantity)).setScale(2, RoundingMode.HALF_UP);
        return "<NetPrice>" + net + "</NetPrice>";
    }
}
