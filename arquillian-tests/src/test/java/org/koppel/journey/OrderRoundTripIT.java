package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order comes in and its answer goes out, once, whatever the buyer's system repeats. */
class OrderRoundTripIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final CaughtMails mails = new CaughtMails(koppel);
    private String price;

    @BeforeEach
    void askThePrice() {
        price = orders.price("bouwgroep", "100001");
    }

    @Test
    void anOrderIsConfirmedByMailWithItsPicturesAndItsPdf() throws Exception {
        CxmlOrder order = twoPieces();

        HttpResponse<String> answer = koppel.postCxml(order.xml());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Status code=\"200\"");
        orders.delivery(order.number(), "DELIVERED");
        assertThat(mails.about(order.number())).hasSize(1);
        CaughtMails.Mail mail = mails.about(order.number()).get(0);
        assertThat(mail.to()).containsExactly("orders@bouwgroep.example");
        String html = new String(mail.file("text/html").content(), StandardCharsets.UTF_8);
        assertThat(html).contains(order.number(), "100001");
        List<String> pictures = mail.files().stream()
                .map(CaughtMails.File::contentId)
                .filter(id -> id != null)
                .toList();
        assertThat(pictures).isNotEmpty().allSatisfy(id -> assertThat(html).contains("cid:" + id));
        assertThat(html).doesNotContain("src=\"data:", "src=\"http");
        assertThat(mail.file("application/pdf").content()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theConfirmationLiesOnTheFtpServerAsCsvBesidesTheMail() throws Exception {
        CxmlOrder order = twoPieces();

        koppel.postCxml(order.xml());

        Path file = Arrived.in(RunningKoppel.demo().ftp().directory(), "OR-" + order.number() + ".csv");
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(order.number() + ";OR-" + order.number());
        orders.delivery(order.number(), "DELIVERED");
        assertThat(mails.about(order.number())).hasSize(1);
    }

    @Test
    void theConfirmationRepeatsEveryReferenceOfTheBuyer() throws Exception {
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .site("YARD")
                .header(" requisitionID=\"BANF 10001234\" agreementID=\"CTR-2026-7\"")
                .headerParts("<Comments xml:lang=\"nl\">Bellen bij aankomst</Comments>"
                        + "<Extrinsic name=\"CostCenter\">K-4000</Extrinsic>")
                .line(
                        "lineNumber=\"10\" quantity=\"2\" requisitionID=\"BANF 10001234/10\"",
                        "100001",
                        "PCE",
                        price,
                        "<Distribution><Accounting name=\"Verdeling\"><Segment type=\"Project\" id=\"P-77\" description=\"Kaai\"/>"
                                + "</Accounting><Charge><Money currency=\"EUR\">1</Money></Charge></Distribution>"
                                + "<Comments>Op haspel</Comments>");
        koppel.postCxml(order.xml());

        JsonNode known = orders.answered(order.number());
        JsonNode response =
                Koppel.json(koppel.getApi("/api/v1/documents/" + orders.confirmation(known) + "/content?format=json"));

        assertThat(known.path("status").asText()).isEqualTo("CONFIRMED");
        for (JsonNode document : List.of(known, response)) {
            assertThat(document.path("shipTo").path("id").asText()).isEqualTo("YARD");
            assertThat(document.path("note").asText()).isEqualTo("Bellen bij aankomst");
            assertThat(references(document))
                    .contains("REQUISITION BANF 10001234", "CONTRACT CTR-2026-7", "OTHER CostCenter K-4000");
        }
        JsonNode line = response.path("lines").path(0);
        assertThat(response.path("order").asText()).isEqualTo(order.number());
        assertThat(response.path("orderMessageId").asText()).isEqualTo(order.payload());
        assertThat(line.path("number").asText()).isEqualTo("10");
        assertThat(line.path("note").asText()).isEqualTo("Op haspel");
        assertThat(references(line)).contains("REQUISITION BANF 10001234/10").anyMatch(r -> r.contains("P-77"));
    }

    @Test
    void whatWasSentCanBeFetchedAsPdfAndAsHtml() throws Exception {
        CxmlOrder order = twoPieces();
        koppel.postCxml(order.xml());
        String content = "/api/v1/documents/" + orders.confirmation(orders.answered(order.number())) + "/content";

        HttpResponse<String> html = koppel.getApi(content + "?format=html");

        assertThat(html.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/html"));
        assertThat(html.body()).contains(order.number(), "100001");
        assertThat(koppel.file(content + "?format=pdf")).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(koppel.getApi(content + "?format=application/pdf").statusCode())
                .isEqualTo(200);
        assertThat(koppel.getApi(content + "?format=word").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasSentCanBeFetchedAsTables() throws Exception {
        CxmlOrder order = twoPieces();
        koppel.postCxml(order.xml());
        String content = "/api/v1/documents/" + orders.confirmation(orders.answered(order.number())) + "/content";

        String csv = koppel.getApi(content + "?format=csv").body();

        assertThat(csv.lines().count()).isEqualTo(2);
        assertThat(csv).startsWith("order;confirmation;").contains("\r\n" + order.number() + ";OR-" + order.number());
        assertThat(koppel.file(content + "?format=xlsx")).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(koppel.file(content + "?format=dbf")).startsWith(3); // dBase III without memo
    }

    @Test
    void theSameMessageAgainIsTheSameOrderAndTheSameMail() throws Exception {
        CxmlOrder order = twoPieces();

        koppel.postCxml(order.xml());
        orders.delivery(order.number(), "DELIVERED");
        HttpResponse<String> again = koppel.postCxml(order.xml());

        assertThat(again.body()).contains("<Status code=\"200\"");
        assertThat(messages(order.payload())).hasSize(1);
        assertThat(orders.withNumber(order.number())).hasSize(1);
        settled();
        assertThat(mails.about(order.number())).hasSize(1);
    }

    @Test
    void theSameMessageFromManyAtTheSameMomentIsOneOrder() throws Exception {
        CxmlOrder order = twoPieces();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            Callable<String> post = () -> koppel.postCxml(order.xml()).body();
            for (Future<String> answer : senders.invokeAll(Collections.nCopies(16, post))) {
                assertThat(answer.get()).contains("<Status code=\"200\"");
            }
        } finally {
            senders.shutdownNow();
        }

        orders.delivery(order.number(), "DELIVERED");
        settled();
        assertThat(messages(order.payload())).hasSize(1);
        assertThat(orders.withNumber(order.number())).hasSize(1);
        assertThat(mails.about(order.number())).hasSize(1);
    }

    @Test
    void theSameOrderNumberInManyMessagesAtTheSameMomentIsOneOrder() throws Exception {
        CxmlOrder order = twoPieces();
        List<String> payloads = Stream.generate(() -> UUID.randomUUID() + "@buyer.example")
                .limit(8)
                .toList();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> posts = payloads.stream()
                    .map(p -> order.payload(p).xml())
                    .map(xml -> (Callable<String>) () -> koppel.postCxml(xml).body())
                    .toList();
            for (Future<String> answer : senders.invokeAll(posts)) {
                assertThat(answer.get()).contains("<Status code=\"200\"");
            }
        } finally {
            senders.shutdownNow();
        }

        for (String payload : payloads) {
            assertThat(settled(payload).path("status").asText()).isEqualTo("PROCESSED");
        }
        assertThat(orders.withNumber(order.number())).hasSize(1);
        orders.delivery(order.number(), "DELIVERED");
        settled();
        assertThat(mails.about(order.number())).hasSize(1);
    }

    @Test
    void anotherMessageUnderTheSamePayloadIdIsAConflictAndTheFirstOrderStands() throws Exception {
        CxmlOrder first = twoPieces();
        koppel.postCxml(first.xml());
        CxmlOrder other =
                CxmlOrder.of(koppel, "bouwgroep").payload(first.payload()).line("1", "100001", "7", price);

        HttpResponse<String> answer = koppel.postCxml(other.xml());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<Status code=\"409\"", first.payload(), "Send the changed message under a new id");
        assertThat(messages(first.payload()))
                .extracting(m -> m.path("status").asText())
                .hasSize(2)
                .contains("CONFLICT");
        assertThat(quantity(orders.answered(first.number()))).isEqualTo(2);
        assertThat(orders.withNumber(other.number())).isEmpty();
    }

    @Test
    void theSameOrderUnderANewPayloadIdIsNoSecondOrder() throws Exception {
        CxmlOrder order = twoPieces();
        koppel.postCxml(order.xml());
        orders.delivery(order.number(), "DELIVERED");

        order.payload(UUID.randomUUID() + "@buyer.example");
        koppel.postCxml(order.xml());

        JsonNode message = settled(order.payload());
        assertThat(message.path("status").asText()).isEqualTo("PROCESSED");
        assertThat(orders.withNumber(order.number())).hasSize(1);
        assertThat(koppel.api("/api/v1/deliveries?document=OR-" + order.number())
                        .path("items")
                        .findValuesAsText("transport"))
                .containsExactlyInAnyOrder("mail", "ftp");
    }

    @Test
    void anUsedOrderNumberWithOtherContentWaitsForAPerson() throws Exception {
        CxmlOrder first = twoPieces();
        koppel.postCxml(first.xml());
        orders.answered(first.number());
        CxmlOrder other =
                CxmlOrder.of(koppel, "bouwgroep").number(first.number()).line("1", "100001", "9", price);

        koppel.postCxml(other.xml());

        JsonNode message = settled(other.payload());
        assertThat(message.path("status").asText()).isEqualTo("CONFLICT");
        JsonNode document = message.path("documents").path(0);
        assertThat(document.path("status").asText()).isEqualTo("CONFLICT");
        JsonNode problem = document.path("problems").path(0);
        assertThat(problem.path("code").asText()).isEqualTo("ORDER_NUMBER_USED");
        assertThat(problem.path("location").asText()).isEqualTo("order " + first.number());
        assertThat(problem.path("message").asText()).contains("ask the buyer for a new number");
        assertThat(orders.withNumber(first.number())).hasSize(1);
        assertThat(quantity(orders.answered(first.number()))).isEqualTo(2);
    }

    @Test
    void restTakesAMessageOnceUnderItsIdempotencyKey() throws Exception {
        CxmlOrder order = twoPieces();
        String key = "journey-" + UUID.randomUUID();

        HttpResponse<String> first = post(key, order.xml());
        HttpResponse<String> again = post(key, order.xml());
        HttpResponse<String> other = post(key, twoPieces().xml());

        assertThat(first.statusCode()).isEqualTo(202);
        JsonNode stored = Koppel.json(first);
        assertThat(stored.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(first.headers().firstValue("Location"))
                .contains(stored.path("links").path("self").asText());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Koppel.json(again).path("id")).isEqualTo(stored.path("id"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Koppel.json(other);
        assertThat(problem.path("code").asText()).isEqualTo("CONFLICT");
        assertThat(problem.path("detail").asText()).contains("Send the changed message under a new id");
        assertThat(problem.path("problems").path(0).path("location").asText()).isEqualTo("Idempotency-Key " + key);
        assertThat(koppel.file(stored.path("links").path("content").asText())).isEqualTo(order.bytes());
        assertThat(orders.answered(order.number()).path("status").asText()).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zorggroep", "ediplus"})
    void aCustomersKeySeesNothingOfOthers(String stranger) throws Exception {
        CxmlOrder order = twoPieces();
        koppel.postCxml(order.xml());
        JsonNode delivery = orders.delivery(order.number(), "DELIVERED");
        JsonNode known = orders.answered(order.number());
        String orderPath = "/api/v1/orders/" + known.path("id").asText();
        String messagePath = "/api/v1/messages/" + known.path("message").asText();
        String documentPath = "/api/v1/documents/" + orders.confirmation(known);
        String deliveryPath = "/api/v1/deliveries/" + delivery.path("id").asText();

        for (String path : List.of(
                orderPath,
                orderPath + "/documents",
                messagePath,
                messagePath + "/content",
                documentPath,
                documentPath + "/content?format=pdf",
                deliveryPath,
                deliveryPath + "/parts/0")) {
            assertThat(koppel.getApiAs("bouwgroep", path).statusCode()).as(path).isEqualTo(200);
            assertThat(koppel.getApiAs(stranger, path).statusCode())
                    .as(path + " for " + stranger)
                    .isEqualTo(404);
        }
        for (String list : List.of("orders?number=" + order.number(), "messages", "deliveries")) {
            String answer = koppel.getApiAs(stranger, "/api/v1/" + list).body();
            assertThat(answer).as(list).doesNotContain("bouwgroep", order.number());
        }
        assertThat(koppel.send(koppel.request(deliveryPath + "/resend")
                                .header("Authorization", koppel.bearer("bouwgroep"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .as("resending is the supplier's")
                .isEqualTo(403);
    }

    private CxmlOrder twoPieces() {
        return CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "2", price);
    }

    private HttpResponse<String> post(String key, String document) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("bouwgroep"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    private List<JsonNode> messages(String reference) {
        return koppel.api("/api/v1/messages?reference=" + reference)
                .path("items")
                .findParents("receivedAt");
    }

    /** What became of the message with a payload id, in detail. */
    private JsonNode settled(String reference) throws Exception {
        JsonNode row = Koppel.await(
                        "the end of message " + reference,
                        () -> messages(reference).stream()
                                .filter(m -> !List.of("RECEIVED", "SPLIT")
                                        .contains(m.path("status").asText()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return koppel.api(row.path("links").path("self").asText());
    }

    /** Until an order that came later is delivered too: what a repeat would have caused is done by then. */
    private void settled() throws Exception {
        CxmlOrder later = twoPieces();
        koppel.postCxml(later.xml());
        orders.delivery(later.number(), "DELIVERED");
    }

    private static double quantity(JsonNode order) {
        return order.path("lines").path(0).path("quantity").asDouble();
    }

    private static List<String> references(JsonNode holder) {
        return holder.path("references").findParents("value").stream()
                .map(r -> Stream.of("kind", "name", "value")
                        .map(part -> r.path(part).asText(""))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
