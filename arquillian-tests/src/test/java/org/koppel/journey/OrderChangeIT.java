package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** Buyers change orders and take them back, each in the format that it orders in, and hear the answer in that format. */
class OrderChangeIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @Test
    void anEdifactOrderIsChangedAndThenCancelled() throws Exception {
        String number = "E" + mark;
        post("1", "ORDERS", "BGM+220+" + number + "+9'", "", "LIN+10'PIA+5+100001:SA'QTY+21:5:PCE'");
        orders.answered(number);

        String order = "RFF+ON:" + number + "'";
        post("2", "ORDCHG", "BGM+230+CH1" + mark + "+4'", order, "LIN+10+3'QTY+21:7:PCE'");

        assertThat(arrived("OR-" + number + "-2.edi"))
                .contains("RFF+ON:" + number + "'", "RFF+PP:CH1" + mark + "'", "QTY+21:7:PCE'");
        JsonNode changed = orders.answered(number);
        assertThat(changed.path("lines").path(0).path("quantity").decimalValue())
                .isEqualByComparingTo("7");
        assertThat(changed.path("revisions")).hasSize(1);

        post("3", "ORDCHG", "BGM+230+CH2" + mark + "+1'", order, "");

        assertThat(arrived("OR-" + number + "-3.edi"))
                .contains("BGM+231+OR-" + number + "-3+29'")
                .doesNotContain("LIN+");
        assertThat(orders.withNumber(number).get(0).path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aChangeOfAnUnknownOrderIsRefusedByOrdrspAndKept() throws Exception {
        String order = "RFF+ON:U" + mark + "'";

        String message = post("4", "ORDCHG", "BGM+230+CH4" + mark + "+4'", order, "LIN+10+2'");

        JsonNode stored = Koppel.await(
                "the change to be refused",
                () -> koppel.api("/api/v1/messages/" + message),
                m -> m.path("status").asText().equals("REJECTED"));
        assertThat(stored.toString()).contains("ORDER_UNKNOWN");
        String name = Koppel.await(
                "the refusal on the SFTP server",
                () -> {
                    try (var files = Files.list(demo.sftp().directory())) {
                        return files.map(f -> f.getFileName().toString())
                                .filter(f -> f.startsWith("OR-U" + mark) && f.endsWith(".edi"))
                                .findFirst()
                                .orElse("");
                    }
                },
                found -> !found.isEmpty());
        assertThat(Files.readString(demo.sftp().directory().resolve(name), StandardCharsets.ISO_8859_1))
                .contains("+27'", "RFF+ON:U" + mark + "'", "RFF+PP:CH4" + mark + "'");
    }

    @Test
    void aCxmlUpdateIsTheOrderAsItShallBe() throws Exception {
        String price = orders.price("bouwgroep", "100001");
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "2", price);
        koppel.postCxml(order.xml());
        orders.answered(order.number());

        CxmlOrder update = CxmlOrder.of(koppel, "bouwgroep")
                .number(order.number())
                .header(" orderVersion=\"2\"")
                .line("1", "100001", "6", price);
        HttpResponse<String> answer = koppel.postCxml(update.xml().replace("type=\"new\"", "type=\"update\""));

        assertThat(answer.body()).contains("<Status code=\"200\"");
        JsonNode changed = Koppel.await(
                "the change",
                () -> orders.answered(order.number()),
                o -> o.path("revisions").size() == 1);
        assertThat(changed.path("lines").path(0).path("quantity").decimalValue())
                .isEqualByComparingTo("6");
        assertThat(koppel.api("/api/v1/deliveries?document=OR-" + order.number() + "-2")
                        .path("items"))
                .isNotEmpty();
    }

    /** An interchange of one message. @return Koppel's id of the stored interchange */
    private String post(String reference, String type, String bgm, String references, String lines) {
        String body = bgm + "DTM+137:20261121:102'" + references + "NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'"
                + lines + "UNS+S'";
        int segments = body.split("'", -1).length + 1;
        String interchange = "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + reference + mark + "'UNH+1+"
                + type + ":D:96A:UN:EAN008'" + body + "UNT+" + segments + "+1'UNZ+1+" + reference + mark + "'";
        HttpResponse<String> answer = koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(interchange, StandardCharsets.ISO_8859_1)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Koppel.json(answer).path("id").asText();
    }

    private String arrived(String name) throws Exception {
        return Files.readString(Arrived.in(demo.sftp().directory(), name), StandardCharsets.ISO_8859_1);
    }
}
