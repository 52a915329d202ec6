package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before it is taken: at once, with place and cure in the answer, and kept for the supplier to see. */
class BadInputIT {
    private static final Koppel KOPPEL = Koppel.running();
    private static final int MEGABYTE = 1 << 20;

    private final PurchaseOrders orders = new PurchaseOrders(KOPPEL);

    @ParameterizedTest
    @CsvSource({"/cxml,Status code=\"406\"", "/as2,send the same message again", "/api/v1/messages,TOO_SLOW"})
    void whoSendsAByteNowAndThenIsAnsweredAndCutOff(String door, String words) throws Exception {
        URI base = URI.create(KOPPEL.property("base.url"));
        try (Socket slow = new Socket(base.getHost(), base.getPort())) {
            String head = "POST " + door + " HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nContent-Type: text/xml\r\nAuthorization: "
                    + KOPPEL.bearer("bouwgroep") + "\r\nAS2-From: SLOW\r\nAS2-To: KOPPEL\r\nMessage-ID: <1@slow>\r\n"
                    + "Content-Length: 1000000\r\n\r\n";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(2_000);
            long begin = System.nanoTime();
            String answer = trickled(slow);

            assertThat(answer).startsWith("HTTP/1.1 408").contains(words);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("until the server hung up, with a worker that is free again")
                    .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(50));
        }
    }

    /** A byte every two seconds, until the server hangs up. @return what it answered */
    private static String trickled(Socket slow) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            try {
                int read = slow.getInputStream().read();
                if (read < 0) {
                    return answer.toString(StandardCharsets.UTF_8);
                }
                answer.write(read);
            } catch (SocketTimeoutException e) { // nothing yet
                slow.getOutputStream().write('x');
            } catch (SocketException e) { // it hung up on a byte that was under way
                return answer.toString(StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("The server still waits after: " + answer.toString(StandardCharsets.UTF_8));
    }

    /**
     * @param status the code of the cXML Status
     * @param place where the answer says it is wrong
     * @param cure words of what the answer says to do
     */
    private record Bad(String what, byte[] body, int status, String code, String place, String cure) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> documents() {
        String good = order().line("1", "100001", "1", "1.00").xml();
        String laughs = "<!DOCTYPE cXML [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        return Stream.of(
                bad("no XML", "ORDER 100001 2 PCE", 406, "MALFORMED_XML", "line 1", "Send well-formed XML"),
                bad("an empty body", "", 406, "MALFORMED_XML", "line 1", "Send well-formed XML"),
                bad("cut off", good.substring(0, good.length() / 2), 406, "MALFORMED_XML", "line ", "well-formed"),
                bad("another root", "<Order><Number>1</Number></Order>", 400, "WRONG_ROOT", "Order", "cXML"),
                bad(
                        "an external entity",
                        order().doctype("<!DOCTYPE cXML [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                                .line("1", "&x;", "1", "1.00")
                                .xml(),
                        400,
                        "ENTITY_NOT_ALLOWED",
                        "DOCTYPE",
                        "leave out everything from [ to ]"),
                bad(
                        "billion laughs",
                        order().doctype(laughs).line("1", "&d;", "1", "1.00").xml(),
                        400,
                        "ENTITY_NOT_ALLOWED",
                        "DOCTYPE",
                        "leave out everything from [ to ]"),
                bad(
                        "an entity of a DTD from outside",
                        order().doctype("<!DOCTYPE cXML SYSTEM \"http://127.0.0.1:9/evil.dtd\">")
                                .line("1", "&evil;", "1", "1.00")
                                .xml(),
                        400,
                        "ENTITY_NOT_ALLOWED",
                        "line ",
                        "write the character itself"),
                bad(
                        "Latin-1 that says UTF-8",
                        order().line("1", "Verlängerung", "1", "1.00").xml().getBytes(StandardCharsets.ISO_8859_1),
                        406,
                        "WRONG_CHARSET",
                        "line ",
                        "send UTF-8 and declare it"),
                bad(
                        "a charset that nobody knows",
                        order().declaring("KLINGON")
                                .line("1", "100001", "1", "1.00")
                                .xml(),
                        406,
                        "WRONG_CHARSET",
                        "prolog",
                        "send UTF-8 and declare it"));
    }

    static Stream<Bad> senders() {
        return Stream.of(
                bad(
                        "an unknown sender",
                        order().from("nobody")
                                .sender("nobody")
                                .line("1", "100001", "1", "1.00")
                                .xml(),
                        401,
                        "UNKNOWN_SENDER",
                        "Sender/Credential",
                        "Compare domain, identity and shared secret"),
                bad(
                        "a wrong secret",
                        order().secret("not-the-secret")
                                .line("1", "100001", "1", "1.00")
                                .xml(),
                        401,
                        "UNKNOWN_SENDER",
                        "Sender/Credential",
                        "Compare domain, identity and shared secret"),
                bad(
                        "an order in another customer's name",
                        order().from(KOPPEL.property("customer.zorggroep.cxml.identity"))
                                .line("1", "100001", "1", "1.00")
                                .xml(),
                        401,
                        "UNKNOWN_SENDER",
                        "Sender/Credential",
                        "may not send for the buyer"),
                bad(
                        "a request that is not served",
                        order().request("<MasterAgreementRequest operation=\"new\"/>"),
                        450,
                        "UNSUPPORTED_REQUEST",
                        "MasterAgreementRequest",
                        "Ask with a ProfileRequest what it serves"));
    }

    static Stream<Bad> lines() {
        return Stream.of(
                quantity("0", "QUANTITY_NOT_POSITIVE", "order more than 0"),
                quantity("-1", "QUANTITY_NOT_POSITIVE", "order more than 0"),
                quantity("1e30", "UNREADABLE_NUMBER", "write digits and a decimal point only"),
                quantity("1,5", "UNREADABLE_NUMBER", "write a decimal point instead of the comma"),
                quantity("1000000000000", "NUMBER_OUT_OF_RANGE", "check the number"),
                quantity("0.0000001", "NUMBER_OUT_OF_RANGE", "round it"),
                bad(
                        "no quantity",
                        order().line("lineNumber=\"4\"", "100001", "PCE", "1.00", "")
                                .xml(),
                        400,
                        "MISSING_FIELD",
                        "line 4, ItemOut/@quantity",
                        "say how many are ordered"),
                bad(
                        "no line number",
                        order().line("1", "100001", "1", "1.00")
                                .line("quantity=\"1\"", "100001", "PCE", "1.00", "")
                                .xml(),
                        400,
                        "MISSING_FIELD",
                        "item 2 (row ",
                        "number every line"),
                bad(
                        "a line number twice",
                        order().line("7", "100001", "1", "1.00")
                                .line("7", "100001", "2", "1.00")
                                .xml(),
                        400,
                        "DUPLICATE_LINE_NUMBER",
                        "line 7, ItemOut/@lineNumber",
                        "give every line a number of its own"),
                bad(
                        "a unit that nobody knows",
                        order().line("lineNumber=\"5\" quantity=\"1\"", "100001", "BUSHEL", "1.00", "")
                                .xml(),
                        400,
                        "UNKNOWN_UNIT",
                        "line 5, ItemDetail/UnitOfMeasure",
                        "use UN/ECE Rec 20"),
                bad(
                        "a currency that does not exist",
                        order().line("6", "100001", "1", "1.00")
                                .xml()
                                .replace("<UnitPrice><Money currency=\"EUR\">", "<UnitPrice><Money currency=\"EURO\">"),
                        400,
                        "UNKNOWN_CURRENCY",
                        "line 6, UnitPrice/Money/@currency",
                        "use a code of ISO 4217"),
                bad(
                        "a price with a comma",
                        order().line("8", "100001", "1", "12,50").xml(),
                        400,
                        "UNREADABLE_NUMBER",
                        "line 8, UnitPrice/Money",
                        "write a decimal point instead of the comma"),
                bad("no lines", order().xml(), 400, "MISSING_FIELD", "ItemOut", "order at least one line"),
                bad(
                        "no order number",
                        order().number("").line("1", "100001", "1", "1.00").xml(),
                        400,
                        "MISSING_FIELD",
                        "OrderRequestHeader/@orderID",
                        "give the order its number"));
    }

    @Test
    void aMissingMessageIdIsToldTogetherWithWhatIsWrongInTheLines() throws Exception {
        CxmlOrder order = order().line("3", "100001", "0", "1.00");
        byte[] body = withoutPayloadId(order);

        HttpResponse<String> answer = KOPPEL.postCxml(body);

        assertThat(text(answer))
                .contains("<Status code=\"400\"", "cXML/@payloadID", "give every message an id of its own")
                .contains("line 3, ItemOut/@quantity", "order more than 0");
        JsonNode message = kept(body);
        assertThat(message.path("customer").asText()).isNotBlank();
        assertThat(message.path("problems")).hasSize(2);
    }

    @Test
    void aStrangerIsToldNothingOfTheLines() {
        HttpResponse<String> answer = KOPPEL.postCxml(
                withoutPayloadId(order().secret("not-the-secret").line("3", "100001", "0", "1.00")));

        assertThat(text(answer))
                .contains("<Status code=\"400\"", "cXML/@payloadID")
                .doesNotContain("line 3");
    }

    private static byte[] withoutPayloadId(CxmlOrder order) {
        return order.xml().replaceFirst(" payloadID=\"[^\"]*\"", "").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"documents", "senders", "lines"})
    void badInputIsRefusedWithPlaceAndCureAndKept(Bad bad) throws Exception {
        HttpResponse<String> answer = KOPPEL.postCxml(bad.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<Status code=\"" + bad.status() + "\"", bad.code())
                .doesNotContain("Exception", "\tat ", "root:");
        assertThat(text(answer)).contains(bad.place(), bad.cure());
        JsonNode kept = kept(bad.body());
        assertThat(kept.path("status").asText()).isEqualTo("REJECTED");
        JsonNode problem = kept.path("problems").path(0);
        assertThat(problem.path("code").asText()).isEqualTo(bad.code());
        assertThat(problem.path("location").asText()).contains(bad.place());
        assertThat(problem.path("message").asText()).contains(bad.cure());
        assertThat(KOPPEL.file(kept.path("links").path("content").asText())).isEqualTo(bad.body());
    }

    @Test
    void everyProblemOfAnOrderIsNamedAtOnce() throws Exception {
        CxmlOrder order = order().line("1", "100001", "0", "1.00")
                .line("2", "100001", "1,5", "1.00")
                .line("lineNumber=\"3\" quantity=\"2\"", "100001", "BUSHEL", "1.00", "")
                .line("4", "100001", "2", "1.00");

        HttpResponse<String> answer = KOPPEL.postCxml(order.xml());

        assertThat(text(answer))
                .contains("line 1, ItemOut/@quantity", "line 2, ItemOut/@quantity", "line 3, ItemDetail/UnitOfMeasure")
                .doesNotContain("line 4");
        assertThat(kept(order.bytes()).path("problems")).hasSize(3);
        assertThat(orders.withNumber(order.number())).isEmpty();
    }

    @Test
    void restSaysTheSameAsAProblem() throws Exception {
        CxmlOrder order = order().line("1", "100001", "0", "1.00").line("2", "100001", "1,5", "1.00");

        HttpResponse<String> answer = KOPPEL.send(KOPPEL.request("/api/v1/messages")
                .header("Authorization", KOPPEL.bearer("bouwgroep"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(order.bytes())));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Koppel.json(answer);
        assertThat(problem.path("code").asText()).isEqualTo("INVALID_MESSAGE");
        assertThat(problem.path("problems").findValuesAsText("location"))
                .containsExactly("line 1, ItemOut/@quantity", "line 2, ItemOut/@quantity");
        assertThat(KOPPEL.api("/api/v1/messages/" + problem.path("message").asText())
                        .path("status")
                        .asText())
                .isEqualTo("REJECTED");
    }

    @Test
    void aMessageOf50MegabytesIsRefusedWithItsSizeAndTheServerGoesOn() {
        byte[] large = order().line("1", "100001", "1", "1.00").bytes();
        byte[] body = Arrays.copyOf(large, 50 * MEGABYTE);
        Arrays.fill(body, large.length, body.length, (byte) ' ');

        HttpResponse<String> answer = KOPPEL.postCxml(body);

        assertThat(answer.body()).contains("<Status code=\"499\"");
        assertThat(text(answer)).contains("MESSAGE_TOO_LARGE", "Split it into several messages");
        JsonNode newest = KOPPEL.api("/api/v1/messages?status=REJECTED&limit=1")
                .path("items")
                .path(0);
        assertThat(newest.path("size").asLong()).isEqualTo(body.length);
    }

    @Test
    void anExternalDtdIsSteppedOverAndNeverLoaded() throws Exception {
        CxmlOrder order = order().doctype("<!DOCTYPE cXML SYSTEM \"http://127.0.0.1:9/evil.dtd\">")
                .line("1", "100001", "1", orders.price("bouwgroep", "100001"));

        HttpResponse<String> answer = KOPPEL.postCxml(order.xml());

        assertThat(answer.body()).contains("<Status code=\"200\"");
        assertThat(orders.answered(order.number()).path("status").asText()).isEqualTo("CONFIRMED");
    }

    private static CxmlOrder order() {
        return CxmlOrder.of(KOPPEL, "bouwgroep");
    }

    private static Bad quantity(String quantity, String code, String cure) {
        CxmlOrder order = order().line("3", "100001", quantity, "1.00");
        return bad("quantity " + quantity, order.xml(), 400, code, "line 3, ItemOut/@quantity", cure);
    }

    private static Bad bad(String what, String body, int status, String code, String place, String cure) {
        return bad(what, body.getBytes(StandardCharsets.UTF_8), status, code, place, cure);
    }

    private static Bad bad(String what, byte[] body, int status, String code, String place, String cure) {
        return new Bad(what, body, status, code, place, cure);
    }

    /** The answer with XML's own entities resolved. */
    private static String text(HttpResponse<String> answer) {
        return answer.body()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** The message with this very content, which came just now. */
    private static JsonNode kept(byte[] body) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        for (JsonNode row :
                KOPPEL.api("/api/v1/messages?status=REJECTED&limit=3").path("items")) {
            JsonNode message = KOPPEL.api(row.path("links").path("self").asText());
            if (message.path("sha256").asText().equals(sha256)) {
                return message;
            }
        }
        throw new AssertionError("The refused message is not kept");
    }
}
