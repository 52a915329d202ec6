package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The back office says what left; the buyer can be told in every format, and the order takes no changes any more. */
class DespatchIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);

    @Test
    void goodsLeaveInTwoPartsAndEachIsAdvised() throws Exception {
        String price = orders.price("bouwgroep", "100001");
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep").line("10", "100001", "4", price);
        koppel.postCxml(order.xml());
        JsonNode answered = orders.answered(order.number());
        String path = "/api/v1/orders/" + answered.path("id").asText() + "/despatches";

        HttpResponse<String> tooMuch = post(path, "{\"lines\":[{\"orderLine\":\"10\",\"quantity\":5}]}");
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("only 4 are left");

        HttpResponse<String> first = post(
                path,
                "{\"packages\":[{\"sscc\":\"354123450000000014\"}],"
                        + "\"lines\":[{\"orderLine\":\"10\",\"quantity\":3,\"sscc\":\"354123450000000014\"}]}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(Koppel.json(first).path("status").asText()).isEqualTo("PARTLY_DESPATCHED");

        HttpResponse<String> rest =
                post(path, "{\"number\":\"LS-9\",\"lines\":[{\"orderLine\":\"10\",\"quantity\":1}]}");
        assertThat(Koppel.json(rest).path("status").asText()).isEqualTo("DESPATCHED");

        String advice = advice(answered, "DA-" + order.number() + "-1");
        assertThat(content(advice, "koppel-xml"))
                .contains("<sscc>354123450000000014</sscc>", "<orderLine>10</orderLine>");
        assertThat(content(advice, "edifact-d96a")).contains("DESADV:D:96A", "GIN+BJ+354123450000000014'");
        assertThat(content(advice, "csv")).contains("354123450000000014");

        CxmlOrder late = CxmlOrder.of(koppel, "bouwgroep")
                .number(order.number())
                .header(" orderVersion=\"2\"")
                .line("10", "100001", "6", price);
        koppel.postCxml(late.xml().replace("type=\"new\"", "type=\"update\""));
        JsonNode refused = Koppel.await(
                "the late change to be refused",
                () -> koppel.api("/api/v1/orders/" + answered.path("id").asText() + "/documents"),
                d -> d.toString().contains("OR-" + order.number() + "-R"));
        assertThat(refused.path("items")).isNotEmpty();
    }

    private String advice(JsonNode order, String number) {
        for (JsonNode document :
                koppel.api(order.path("links").path("documents").asText()).path("items")) {
            if (document.path("number").asText().equals(number)) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No " + number);
    }

    private String content(String document, String format) {
        return new String(
                koppel.file("/api/v1/documents/" + document + "/content?format=" + format), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String path, String json) {
        return koppel.send(koppel.request(path)
                .header("Authorization", "Bearer " + koppel.property("api.key"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }
}
