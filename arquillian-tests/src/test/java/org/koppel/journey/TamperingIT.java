package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another customer's ids, tokens and numbers open nothing; nonsense in their place is refused, never echoed, never a failure. */
class TamperingIT {
    private static final String HOOK = "http://127.0.0.1:9/in";
    /** Outside the assortment of zorggroep. */
    private static final String HIDDEN = "100999";

    private static final Pattern LIST = Pattern.compile("/lists/([0-9a-f-]{36})/order");

    private final Koppel koppel = Koppel.running();
    private final Tampering tampering = new Tampering(koppel);

    static List<String> values() {
        return Tampering.VALUES;
    }

    @ParameterizedTest
    @MethodSource("values")
    void noValueInTheShopIsEchoedAsMarkupOrMakesTheServerFail(String value) {
        String shop = visit("bouwgroep");
        for (Tampering.Attempt attempt : tampering.ofTheShop(shop, value)) {
            assertHarmless(attempt);
        }
        for (Tampering.Attempt attempt : List.of(
                tampering.get("/shop/" + Tampering.encoded(value) + "/"),
                tampering.get(shop + "?" + "x=" + Tampering.encoded(value)))) {
            assertHarmless(attempt);
        }
        assertThat(koppel.get(shop + "cart").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsNoFormIsRefusedAndNeverAFailure() {
        String shop = visit("bouwgroep");
        for (String path : List.of(
                "/oci",
                "/ids",
                "/ids/ediplus",
                "/peppol-punchout",
                "/cxml",
                "/console/login",
                "/console/preferences",
                shop + "quick/file",
                shop + "quick",
                shop + "cart/lines",
                shop + "cart/lines/100001",
                shop + "lists",
                shop + "language",
                shop + "transfer")) {
            tampering.brokenParts(path).forEach(this::assertHarmless);
        }
    }

    @Test
    void whatWasSearchedForIsShownAsText() {
        HttpResponse<String> page = koppel.get(visit("bouwgroep") + "search?q=" + Tampering.encoded(Tampering.MARKUP));

        assertThat(page.body()).contains("&lt;img src=q").doesNotContain(Tampering.MARKUP);
    }

    @ParameterizedTest
    @MethodSource("values")
    void noValueAtADoorIsEchoedAsMarkupOrMakesTheServerFail(String value) {
        List<String> names = List.of(
                "HOOK_URL",
                "PRODUCTID",
                "PRODUCTID[1]",
                "QUANTITY",
                "QUANTITY[1]",
                "SEARCHSTRING",
                "LANGUAGE",
                "returntarget",
                "http_content_charset",
                "~OkCode",
                "~TARGET",
                "~CALLER",
                "LASTUPDATED",
                "REQUESTEDPAGE",
                "PAGESIZE",
                "TRANSACTIONID",
                "FUNCTION",
                "userid",
                "fname",
                "SESSION",
                "BUYER_REFERENCE",
                "CONTRACT");
        List<Tampering.Attempt> attempts = new ArrayList<>();
        for (String function : List.of("", "DETAIL", "VALIDATE", "BACKGROUND_SEARCH", "SOURCING", "DOWNLOADJSON")) {
            Map<String, String> good = call("zorggroep", Map.of("FUNCTION", function, "PRODUCTID", "100001"));
            good.putAll(Map.of("SEARCHSTRING", "100001", "PAGESIZE", "5"));
            attempts.addAll(tampering.ofAForm("/oci", good, asked(function, names), value));
        }
        attempts.addAll(tampering.ofAForm("/peppol-punchout", call("zorggroep", Map.of()), names, value));
        Map<String, String> ids = new LinkedHashMap<>(Map.of("kndnr", "4711", "action", "WKE", "hookurl", HOOK));
        ids.put("name_kunde", koppel.property("customer.ediplus.oci.username"));
        ids.put("pw_kunde", koppel.property("customer.ediplus.oci.password"));
        attempts.addAll(tampering.ofAForm(
                "/ids/ediplus",
                ids,
                List.of("kndnr", "version", "action", "hookurl", "target", "ghnummer", "searchterm", "warenkorb"),
                value));
        attempts.addAll(tampering.ofAForm(
                "/oci/" + Tampering.encoded(value), call("zorggroep", Map.of()), List.of("x"), value));
        attempts.add(tampering.get("/oci?" + Tampering.encoded(value) + "=" + Tampering.encoded(value)));
        attempts.forEach(this::assertHarmless);
        assertThat(koppel.postForm("/oci", call("zorggroep", Map.of())).statusCode())
                .isEqualTo(303);
        assertThat(koppel.postForm("/ids/ediplus", ids).statusCode()).isEqualTo(303);
    }

    /** What the function looks at; the plain call is tried with everything. */
    private static List<String> asked(String function, List<String> names) {
        return switch (function) {
            case "" -> names;
            case "DOWNLOADJSON" -> List.of("LASTUPDATED", "REQUESTEDPAGE", "PAGESIZE", "TRANSACTIONID");
            default -> names.subList(0, 9);
        };
    }

    @ParameterizedTest
    @MethodSource("values")
    void noValueInRestOrTheConsoleIsEchoedAsMarkupOrMakesTheServerFail(String value) {
        String plain = Tampering.encoded(value);
        String cookie = new Console(koppel).cookie();
        for (String page : List.of("messages", "orders", "deliveries", "documents")) {
            for (String name : List.of("q", "status", "customer", "after", "number", "from")) {
                Tampering.Attempt listed = tampering.get("/console/" + page + "?" + name + "=" + plain);
                listed.request().header("Cookie", cookie);
                assertHarmless(listed);
                assertHarmless(rest("/api/v1/" + page + "?" + name + "=" + plain));
            }
            Tampering.Attempt one = tampering.get("/console/" + page + "/" + plain);
            one.request().header("Cookie", cookie);
            assertHarmless(one);
            assertHarmless(rest("/api/v1/" + page + "/" + plain));
        }
        assertHarmless(rest("/api/v1/articles/" + plain));
        assertHarmless(rest("/api/v1/articles?q=" + plain));
        for (String address : List.of(
                "assortments/bouwgroep?beginning=",
                "assortments/",
                "synonyms?q=",
                "synonyms?language=",
                "customers/",
                "carts/",
                "cxml/",
                "dialects/",
                "simulator/")) {
            Tampering.Attempt shown = tampering.get("/console/" + address + plain);
            shown.request().header("Cookie", cookie);
            assertHarmless(shown);
        }
        assertHarmless(tampering.get("/console/login?to=" + plain));
    }

    @Test
    void anArticleOutsideTheAssortmentIsNowhere() {
        String shop = visit("zorggroep");

        assertThat(koppel.get(shop + "articles/" + HIDDEN).statusCode()).isEqualTo(404);
        assertThat(koppel.get(shop + "pictures/" + HIDDEN).statusCode()).isEqualTo(404);
        assertThat(koppel.get(shop + "search?q=" + HIDDEN).body()).doesNotContain("articles/" + HIDDEN);
        assertRefused(koppel.postForm(shop + "cart/lines", Map.of("article", HIDDEN, "quantity", "1")));
        assertRefused(koppel.postForm(shop + "cart/lines/" + HIDDEN, Map.of("quantity", "1")));
        koppel.postForm(shop + "quick", Map.of("number", HIDDEN, "quantity", "1"));
        koppel.postForm(shop + "quick", Map.of("list", HIDDEN + "\t1"));
        assertThat(koppel.get(shop + "cart").body()).doesNotContain("articles/" + HIDDEN);

        for (String function : List.of("VALIDATE", "BACKGROUND_SEARCH")) {
            Map<String, String> call = call("zorggroep", Map.of("FUNCTION", function, "PRODUCTID", HIDDEN));
            call.put("SEARCHSTRING", HIDDEN);
            HttpResponse<String> answer = koppel.postForm("/oci", call);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(HIDDEN);
        }
        Map<String, String> detail = call("zorggroep", Map.of("FUNCTION", "DETAIL", "PRODUCTID", HIDDEN));
        String page =
                koppel.postForm("/oci", detail).headers().firstValue("Location").orElseThrow();
        assertThat(koppel.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void listsAndEarlierCartsOfAnotherCustomerAreNotThere() {
        String own = visit("bouwgroep");
        koppel.postForm(own + "cart/lines", Map.of("article", "100001", "quantity", "7"));
        koppel.postForm(own + "lists", Map.of("name", "Tampering"));
        koppel.postForm(own + "transfer", Map.of());
        List<String> ids = ids(koppel.get(own + "lists").body());
        assertThat(ids).hasSizeGreaterThanOrEqualTo(2); // the list, and the cart that went home

        String foreign = visit("zorggroep");
        for (String id : ids) {
            assertThat(koppel.postForm(foreign + "lists/" + id + "/order", Map.of("x", "1"))
                            .statusCode())
                    .isEqualTo(404);
            koppel.postForm(foreign + "lists/" + id + "/remove", Map.of("x", "1"));
        }
        assertThat(koppel.get(foreign + "lists").body()).doesNotContain("Tampering");
        assertThat(koppel.get(foreign + "cart").body()).doesNotContain("100001");
        String again = visit("bouwgroep"); // the page shows the newest carts only, and other journeys make some
        for (String id : ids) {
            assertThat(koppel.postForm(again + "lists/" + id + "/order", Map.of("x", "1"))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void aDownloadOfAnotherCustomerCannotBeGoneOnWith() {
        HttpResponse<String> first =
                koppel.postForm("/oci", call("bouwgroep", Map.of("FUNCTION", "DOWNLOADJSON", "PAGESIZE", "1")));
        assertThat(first.statusCode()).isEqualTo(200);
        Matcher run = Pattern.compile("\"TRANSACTIONID\"\\s*:\\s*\"?(\\d+)").matcher(first.body());
        assertThat(run.find()).as(first.body()).isTrue();
        Map<String, String> next = Map.of(
                "FUNCTION", "DOWNLOADJSON", "PAGESIZE", "1", "REQUESTEDPAGE", "2", "TRANSACTIONID", run.group(1));

        assertThat(koppel.postForm("/oci", call("bouwgroep", next)).statusCode())
                .isEqualTo(200);
        assertThat(koppel.postForm("/oci", call("zorggroep", next)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDoorOfOneCustomerIsClosedToAnother() {
        assertThat(koppel.postForm("/oci/bouwgroep", call("zorggroep", Map.of()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(koppel.postForm("/peppol-punchout/bouwgroep", call("zorggroep", Map.of()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(koppel.postForm("/oci/zorggroep", call("zorggroep", Map.of()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void ordersMessagesAndDocumentsOfAnotherCustomerAreNotThere() throws Exception {
        PurchaseOrders orders = new PurchaseOrders(koppel);
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(order.xml());
        JsonNode known = orders.answered(order.number());
        String id = known.path("id").asText();
        String document = orders.confirmation(known);

        for (String path : List.of(
                "orders/" + id,
                "orders/" + id + "/documents",
                "documents/" + document + "/content",
                "documents/" + document + "/content?format=pdf")) {
            assertThat(koppel.getApiAs("zorggroep", "/api/v1/" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(koppel.getApi("/api/v1/" + path).statusCode()).as(path).isEqualTo(200);
        }
        for (String filter : List.of("number=" + order.number(), "customer=bouwgroep")) {
            HttpResponse<String> list = koppel.getApiAs("zorggroep", "/api/v1/orders?" + filter);
            assertThat(list.body()).doesNotContain(id);
        }
    }

    private void assertHarmless(Tampering.Attempt attempt) {
        HttpResponse<String> answer = tampering.send(attempt);
        assertThat(answer.statusCode()).as(attempt.what()).isLessThan(500);
        assertThat(answer.body()).as(attempt.what()).doesNotContain("at org.koppel", "Caused by");
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(attempt.what()).doesNotContain(Tampering.MARKUP);
        } else if (answer.statusCode() == 200) { // a browser must not take it for HTML
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(attempt.what())
                    .contains("nosniff");
        }
    }

    private Tampering.Attempt rest(String path) {
        Tampering.Attempt attempt = tampering.get(path);
        attempt.request().header("Authorization", koppel.bearer("zorggroep"));
        return attempt;
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(404, 422);
    }

    private static List<String> ids(String page) {
        List<String> ids = new ArrayList<>();
        Matcher list = LIST.matcher(page);
        while (list.find()) {
            ids.add(list.group(1));
        }
        return ids;
    }

    private String visit(String customer) {
        return koppel.postForm("/oci", call(customer, Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private Map<String, String> call(String customer, Map<String, String> more) {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("USERNAME", koppel.property("customer." + customer + ".oci.username"));
        call.put("PASSWORD", koppel.property("customer." + customer + ".oci.password"));
        call.put("HOOK_URL", HOOK);
        call.put("LANGUAGE", "en");
        call.putAll(more);
        return call;
    }
}
