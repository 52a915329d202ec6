package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer whose orders a person or the back office decides: held, then confirmed or rejected, and answered once. */
@ChangesTheDemo
class HeldOrderIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Console console = new Console(koppel);

    @BeforeEach
    void aPersonDecides() throws Exception {
        policy("DESK");
        Koppel.noticeAgreements();
    }

    @AfterEach
    void nobodyIsNeeded() throws Exception {
        policy("AUTO");
        Koppel.noticeAgreements();
    }

    @Test
    void theBackOfficeConfirmsAHeldOrderOnce() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        JsonNode held = held(sent);
        String address = held.path("links").path("self").asText();

        JsonNode confirmed = Koppel.json(koppel.postApi(address + "/confirm"));

        assertThat(confirmed.path("status").asText()).isEqualTo("CONFIRMED");
        JsonNode answer = koppel.api("/api/v1/documents/" + orders.confirmation(confirmed) + "/content?format=json");
        assertThat(answer.path("orderMessageId").asText()).isEqualTo(sent.payload());
        assertThat(answer.path("order").asText()).isEqualTo(sent.number());
        orders.delivery(sent.number(), "DELIVERED");
        assertThat(koppel.postApi(address + "/confirm").statusCode()).isEqualTo(409);
        assertThat(reject(address, "{\"reason\": \"Too late.\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void aRejectionNeedsAReasonAndTheBuyerReadsIt() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        String address = held(sent).path("links").path("self").asText();

        assertThat(reject(address, "{}").statusCode()).isEqualTo(400);
        JsonNode rejected = Koppel.json(reject(address, "{\"reason\": \"Geen levering in augustus.\"}"));

        assertThat(rejected.path("status").asText()).isEqualTo("REJECTED");
        HttpResponse<String> html =
                koppel.getApi("/api/v1/documents/" + orders.confirmation(rejected) + "/content?format=html");
        assertThat(html.body()).contains("Geen levering in augustus.");
    }

    @Test
    void thePersonAtTheConsoleDecidesByAButton() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        String page = "/console/orders/" + held(sent).path("id").asText();

        assertThat(console.page(page)).contains(page + "/confirm", page + "/reject");
        assertThat(console.post(page + "/confirm").statusCode()).isEqualTo(303);

        assertThat(orders.answered(sent.number()).path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(console.page(page)).doesNotContain(page + "/confirm").contains(koppel.property("console.user"));
    }

    private JsonNode held(CxmlOrder sent) throws Exception {
        assertThat(koppel.postCxml(sent.xml()).body()).contains("<Status code=\"200\"");
        JsonNode row = Koppel.await(
                "order " + sent.number() + " held",
                () -> koppel.api("/api/v1/orders?number=" + sent.number())
                        .path("items")
                        .path(0),
                o -> o.path("status").asText().equals("HELD"));
        return koppel.api(row.path("links").path("self").asText());
    }

    private HttpResponse<String> reject(String address, String body) {
        return koppel.send(koppel.request(address + "/reject")
                .header("Authorization", "Bearer " + koppel.property("api.key"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void policy(String policy) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("update customer set order_policy = '" + policy + "' where id = 'bouwgroep'");
        }
    }
}
