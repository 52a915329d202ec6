package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.helger.as2lib.client.AS2ClientResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer orders by AS2 with software that is not ours, gets a signed receipt, and its confirmation by AS2. */
class As2IT {
    private static final String CUSTOMER = "ediplus";
    private static final String PROCESSED = "automatic-action/MDN-sent-automatically; processed";

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final ConsoleWays ways = new ConsoleWays(console);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final As2Key ours = As2Key.of("Koppel " + mark);
    private final String here = koppel.property("base.url").replaceAll("/$", "") + "/as2";
    private As2Peer partner;
    private String way;
    private String channel;

    @BeforeEach
    void agree() throws Exception {
        partner = new As2Peer("PEER-" + mark, As2Key.of("Peer " + mark), "KOPPEL-" + mark, ours);
        HttpResponse<String> answer = console.post("/console/ways", wayIn());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        way = answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
        channel = ways.sent("/console/channels", wayOut());
        Koppel.noticeAgreements();
    }

    @AfterEach
    void endWhatWasAgreed() throws Exception {
        console.post(way + "/switch", Map.of("on", "false"));
        execute("update channel set active = false where id = ?", id(channel));
        partner.close();
    }

    @Test
    void anOrderByAs2GetsASignedReceiptAndItsConfirmationGoesByAs2() throws Exception {
        assertThat(console.post(way + "/test", Map.of()).body()).contains("OK: Our certificate: CN=Koppel " + mark);
        assertThat(console.post(channel + "/test", Map.of()).body()).contains("OK: The partner answers");
        String number = "A" + mark;

        AS2ClientResponse receipt = partner.send(here, "1-" + mark + "@peer", edifact("", number));

        assertThat(receipt.getException()).isNull();
        assertThat(receipt.getMDNDisposition()).isEqualTo(PROCESSED);
        assertThat(receipt.getMDNVerificationCertificate()).isEqualTo(ours.certificate());
        assertThat(partner.matched()).as("MIC").isTrue();
        JsonNode order = orders.answered(number);
        assertThat(order.path("customer").asText()).isEqualTo(CUSTOMER);
        String deliveries = Koppel.await(
                "the receipt of the confirmation",
                () -> koppel.api("/api/v1/deliveries?document=OR-" + number).toString(),
                d -> d.contains("as2") && !d.contains("PENDING") && !d.contains("IN_FLIGHT"));
        assertThat(deliveries).doesNotContain("PARKED", "RETRY");
        assertThat(partner.received).anySatisfy(r -> assertThat(r).contains("ORDRSP", "RFF+ON:" + number + "'"));
        assertThat(console.page(way))
                .contains("1-" + mark + "@peer", "Taken")
                .doesNotContain(As2Key.PASSWORD, ours.keystore().substring(0, 60));
        assertThat(Files.readString(RunningKoppel.demo().server().console()))
                .doesNotContain(ours.keystore().substring(0, 60));
    }

    @Test
    void theSameMessageAgainGetsTheSameReceiptAndAnotherOneUnderItsIdIsRefused() throws Exception {
        String number = "R" + mark;
        String id = "2-" + mark + "@peer";
        partner.send(here, id, edifact("R", number));

        AS2ClientResponse again = partner.send(here, id, edifact("R", number));
        AS2ClientResponse other = partner.send(here, id, edifact("R", "X" + mark));

        assertThat(again.getMDNDisposition()).isEqualTo(PROCESSED);
        assertThat(other.getMDNDisposition()).isEqualTo(PROCESSED + "/Error: unexpected-processing-error");
        assertThat(other.getMDNText()).contains("REFERENCE_USED", "came before", "under a new id");
        orders.answered(number);
        assertThat(orders.withNumber(number)).hasSize(1);
        assertThat(orders.withNumber("X" + mark)).isEmpty();
        assertThat(console.page(way)).contains("REFERENCE_USED");
    }

    @Test
    void whatCannotBeBelievedIsRefusedAndSeenAtTheConsole() throws Exception {
        try (As2Peer liar = new As2Peer(partner.id, As2Key.of("Liar"), "KOPPEL-" + mark, ours)) {
            AS2ClientResponse receipt = liar.send(here, "3-" + mark + "@liar", edifact("L", "L" + mark));
            assertThat(receipt.getMDNDisposition()).isEqualTo(PROCESSED + "/Error: authentication-failed");
        }
        try (As2Peer stranger = new As2Peer("STRANGER", partner.key, "KOPPEL-" + mark, ours)) {
            AS2ClientResponse receipt = stranger.send(here, "4-" + mark + "@stranger", edifact("S", "S" + mark));
            assertThat(receipt.getMDNDisposition()).isEqualTo(PROCESSED + "/Error: unknown-trading-partner");
        }

        assertThat(console.page(way)).contains("AUTHENTICATION_FAILED", "3-" + mark + "@liar");
        assertThat(console.page("/console/messages?status=REJECTED")).contains("<td>AS2</td>");
        assertThat(orders.withNumber("L" + mark)).isEmpty();
        assertThat(orders.withNumber("S" + mark)).isEmpty();
    }

    @Test
    void aSecondWayInWithTheSameNamesIsRefusedInTheForm() {
        HttpResponse<String> answer = console.post("/console/ways", wayIn());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#set.partner.id\"");
    }

    @Test
    void whatIsNoAs2IsABadRequest() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(here))
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("AS2-From or AS2-To is missing");
    }

    @Test
    void whatIsTooLargeIsRefusedWithAReceiptAndWhatIsFarTooLargeIsNotRead() throws Exception {
        int most = 26_214_400 * 3 / 2 + 65_536;
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(here))
                                .header("AS2-From", partner.id)
                                .header("AS2-To", "KOPPEL-" + mark)
                                .header("Message-ID", "<5-" + mark + "@peer>")
                                .header("Disposition-Notification-To", "edi@partner.example")
                                .header("Content-Type", "application/pkcs7-mime; smime-type=enveloped-data")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[most + 1]))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("processed/Error: unexpected-processing-error", "larger than this server");
        assertThat(console.page(way)).contains("5-" + mark + "@peer");
        assertThat(answerToThreeGigabytes()).startsWith("HTTP/1.1 4");
    }

    private String answerToThreeGigabytes() throws IOException {
        URI address = URI.create(here);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /as2 HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAS2-From: " + partner.id
                    + "\r\nAS2-To: KOPPEL-" + mark + "\r\nMessage-ID: <6@peer>\r\nContent-Length: 3221225472\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("set.own.id", "KOPPEL-" + mark);
        settings.put("set.partner.id", partner.id);
        settings.put("set.keystore", ours.keystore());
        settings.put("set.keystore.password", As2Key.PASSWORD);
        settings.put("set.certificate", partner.key.pem());
        settings.put("transport", "as2");
        settings.put("customer", CUSTOMER);
        return settings;
    }

    private Map<String, String> wayIn() {
        Map<String, String> form = settings();
        form.put("name", "AS2 " + mark);
        form.put("set.encryption", "required");
        return form;
    }

    private Map<String, String> wayOut() {
        Map<String, String> form = settings();
        form.put("set.url", partner.address());
        form.put("set.sign", "sha-256");
        form.put("set.encrypt", "aes256-cbc");
        form.put("set.compress", "no");
        form.put("type", "OrderResponse");
        form.put("formats", "edifact-d96a");
        form.put("zone", "Europe/Brussels");
        form.put("bundle", "NONE");
        form.put("minutes", "60");
        form.put("at", "18:00");
        for (int day = 1; day <= 7; day++) {
            form.put("day" + day, "1");
        }
        return form;
    }

    /** @param before what distinguishes its control reference */
    private String edifact(String before, String number) {
        String control = before + mark;
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + control + "'\n"
                + "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+" + number + "+9'DTM+137:20261121:102'"
                + "NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'QTY+21:5:PCE'"
                + "UNS+S'CNT+2:1'UNT+12+1'\nUNZ+1+" + control + "'";
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private void execute(String sql, UUID id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
