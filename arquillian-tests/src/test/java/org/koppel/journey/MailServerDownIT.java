package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.MailCatcher;

/** The mail server is away or says no: answers wait, are tried again, and are parked for a person in the end. */
@ChangesTheDemo
class MailServerDownIT {
    /** One attempt, and one after each of the delays that {@link RunningKoppel} sets. */
    private static final int ATTEMPTS = 5;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final CaughtMails mails = new CaughtMails(koppel);
    private final MailCatcher server = RunningKoppel.demo().mail();

    @AfterEach
    void bringTheMailServerBack() {
        server.refuse(false);
        server.stop();
        server.start();
    }

    @Test
    void aConfirmationWaitsForTheMailServerAndArrivesOnce() throws Exception {
        server.stop();
        String number = order();
        JsonNode waiting = orders.delivery(number, "RETRY");
        assertThat(waiting.path("cause").asText()).contains("The mail server cannot be reached");
        assertThat(waiting.has("nextAttemptAt")).isTrue();
        assertThat(orders.answered(number).path("status").asText()).isEqualTo("CONFIRMED");

        server.start();

        JsonNode delivered = detail(orders.delivery(number, "DELIVERED"));
        assertThat(delivered.path("delivery").has("cause")).isFalse();
        assertThat(attempts(delivered, "outcome")).hasSizeGreaterThan(1).endsWith("DELIVERED");
        assertThat(mails.about(number))
                .singleElement()
                .satisfies(mail -> assertThat(mail.messageId())
                        .contains(delivered.path("delivery").path("id").asText()));
    }

    @Test
    void aMailServerThatSaysLaterIsAskedAgainAndGetsTheMailOnce() throws Exception {
        server.refuse(true);
        String number = order();
        assertThat(orders.delivery(number, "RETRY").path("cause").asText()).isNotBlank();

        server.refuse(false);

        orders.delivery(number, "DELIVERED");
        assertThat(mails.about(number)).hasSize(1);
    }

    @Test
    void whenAllAttemptsFailItIsParkedAndAPersonSendsTheSameBytesLater() throws Exception {
        server.stop();
        String number = order();
        JsonNode parked = detail(orders.delivery(number, "PARKED"));
        assertThat(parked.path("attempts")).hasSize(ATTEMPTS);
        assertThat(parked.path("delivery").path("cause").asText()).contains("The mail server cannot be reached");
        List<byte[]> files = files(parked);
        assertThat(files).hasSize(2);

        server.start();
        HttpResponse<String> answer =
                koppel.postApi(parked.path("links").path("resend").asText());

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode delivered = detail(orders.delivery(number, "DELIVERED"));
        assertThat(files(delivered)).containsExactlyElementsOf(files);
        assertThat(mails.about(number)).singleElement().satisfies(mail -> {
            assertThat(mail.messageId())
                    .contains(parked.path("delivery").path("id").asText());
            assertThat(files).contains(mail.file("application/pdf").content());
        });
    }

    @Test
    void aDeliveredConfirmationCanBeSentAgainUnderTheSameMessageId() throws Exception {
        String number = order();
        JsonNode delivered = detail(orders.delivery(number, "DELIVERED"));

        koppel.postApi(delivered.path("links").path("resend").asText());

        Koppel.await("a second mail", () -> mails.about(number), found -> found.size() == 2);
        List<CaughtMails.Mail> both = mails.about(number);
        assertThat(both.get(1).messageId()).isEqualTo(both.get(0).messageId());
        assertThat(both.get(1).file("application/pdf").content())
                .isEqualTo(both.get(0).file("application/pdf").content());
    }

    @Test
    void resendingADeliveryThatDoesNotExistIsAnsweredWith404() {
        assertThat(koppel.postApi("/api/v1/deliveries/00000000-0000-0000-0000-000000000000/resend")
                        .statusCode())
                .isEqualTo(404);
    }

    private String order() {
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(order.xml());
        return order.number();
    }

    private JsonNode detail(JsonNode delivery) {
        return koppel.api("/api/v1/deliveries/" + delivery.path("id").asText());
    }

    private static List<String> attempts(JsonNode delivery, String field) {
        List<String> values = new ArrayList<>();
        delivery.path("attempts").forEach(a -> values.add(a.path(field).asText()));
        return values;
    }

    private List<byte[]> files(JsonNode delivery) {
        List<byte[]> files = new ArrayList<>();
        for (JsonNode part : delivery.path("parts")) {
            files.add(koppel.file(delivery.path("links").path("self").asText() + "/parts/"
                    + part.path("position").asInt()));
        }
        return files;
    }
}
