package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions of OCI that a buyer's server calls, without cookies and without a visit. */
class OciFunctionsIT {
    private final Koppel koppel = Koppel.running();

    @Test
    void validateAnswersTheReturnFormWithTodaysPrice() {
        HttpResponse<String> answer = call(Map.of("FUNCTION", "VALIDATE", "PRODUCTID", "100001", "QUANTITY", "4"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("NEW_ITEM-VENDORMAT[1]", "100001", "NEW_ITEM-PRICE[1]");
    }

    @Test
    void backgroundSearchAnswersHitsInOneForm() {
        HttpResponse<String> answer = call(Map.of("FUNCTION", "BACKGROUND_SEARCH", "SEARCHSTRING", "kabel"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("NEW_ITEM-VENDORMAT[1]", "NEW_ITEM-VENDORMAT[2]");
    }

    @Test
    void aSearchThatFindsMoreThanAFormHoldsSaysSo() {
        HttpResponse<String> broad = call(Map.of("FUNCTION", "BACKGROUND_SEARCH", "SEARCHSTRING", "100"));
        HttpResponse<String> narrow = call(Map.of("FUNCTION", "BACKGROUND_SEARCH", "SEARCHSTRING", "100001"));

        assertThat(broad.body()).contains("NEW_ITEM-VENDORMAT[400]").doesNotContain("NEW_ITEM-VENDORMAT[501]");
        assertThat(broad.headers().firstValue("Koppel-More-Hits")).contains("true");
        assertThat(broad.body()).contains("meer treffers");
        assertThat(narrow.headers().firstValue("Koppel-More-Hits")).isEmpty();
        assertThat(narrow.body()).doesNotContain("meer treffers");
    }

    @Test
    void theCatalogueIsDownloadedPageByPageAsOneList() {
        JsonNode first = Koppel.json(call(Map.of("FUNCTION", "DOWNLOADJSON", "PAGESIZE", "500")));
        int items = first.get("Items").size();
        for (int page = 2; page <= first.get("TOTALPAGES").asInt(); page++) {
            JsonNode next = Koppel.json(call(Map.of(
                    "FUNCTION",
                    "DOWNLOADJSON",
                    "PAGESIZE",
                    "500",
                    "REQUESTEDPAGE",
                    String.valueOf(page),
                    "TRANSACTIONID",
                    first.get("TRANSACTIONID").asText())));
            items += next.get("Items").size();
        }

        assertThat(items).isEqualTo(first.get("TOTALITEMS").asInt()).isGreaterThan(1900);
    }

    @Test
    void thePictureOfADownloadedArticleIsFetchedWithoutALogInAndNoOther() {
        JsonNode page = Koppel.json(call(Map.of("FUNCTION", "DOWNLOADJSON", "PAGESIZE", "1")));
        String address = page.findValue("ATTACHMENTS").get(0).get("fileName").asText();
        assertThat(address).startsWith(koppel.address("/pictures/").toString());
        String path = URI.create(address).getPath();

        HttpResponse<String> picture = koppel.get(path);

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg");
        String tag = picture.headers().firstValue("ETag").orElseThrow();
        assertThat(koppel.send(koppel.request(path).header("If-None-Match", tag).GET())
                        .statusCode())
                .isEqualTo(304);
        for (String other : List.of("/pictures", "/pictures/", "/pictures/100001.svg", path.replace(".svg", "A.svg"))) {
            assertThat(koppel.get(other).statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void sourcingOpensTheShopOnTheHits() {
        HttpResponse<String> answer = call(Map.of("FUNCTION", "SOURCING", "SEARCHSTRING", "kabel"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/shop/");
    }

    @Test
    void aDownloadByAStrangerIsRefusedInWordsThatAProgramReads() {
        Map<String, String> fields = new HashMap<>(Map.of("FUNCTION", "DOWNLOADJSON"));
        fields.put("USERNAME", koppel.property("customer.bouwgroep.oci.username"));
        fields.put("PASSWORD", "not the password");

        HttpResponse<String> refused = koppel.postForm("/oci", fields);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Koppel.json(refused).get("code").asText()).isEqualTo("LOGIN_WRONG");
    }

    private HttpResponse<String> call(Map<String, String> parameters) {
        Map<String, String> fields = new HashMap<>(parameters);
        fields.put("HOOK_URL", "http://localhost:9999/inbound");
        fields.put("USERNAME", koppel.property("customer.bouwgroep.oci.username"));
        fields.put("PASSWORD", koppel.property("customer.bouwgroep.oci.password"));
        return koppel.postForm("/oci", fields);
    }
}
