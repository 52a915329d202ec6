package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that come by mail: as a document, as a picture of one, and from nobody we know. */
class MailboxIT {
    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final ConsoleWays ways = new ConsoleWays(console);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private GreenMail server;
    private GreenMailUser mailbox;
    private String way;

    @BeforeEach
    void openTheMailbox() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailbox = server.setUser("orders@supplier.example", "orders", "mailbox-" + mark);
        way = ways.add(ConsoleWays.form(
                "imap",
                "ediplus",
                "Mailbox " + mark,
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(server.getImap().getPort()),
                        "security", "none",
                        "user", "orders",
                        "password", "mailbox-" + mark,
                        "senders", "@ediplus.example")));
    }

    @AfterEach
    void closeTheMailbox() {
        ways.switchOff(way);
        server.stop();
    }

    @Test
    void anEdifactOrderInAMailIsTakenOnceHoweverOftenTheMailComes() throws Exception {
        lay("jan@ediplus.example", "application/octet-stream", "order.edi", edifact());
        ways.run(way, 2);
        assertThat(orders.answered("M" + mark).path("customer").asText()).isEqualTo("ediplus");

        lay("jan@ediplus.example", "application/octet-stream", "order.edi", edifact());
        ways.run(way, 3);

        assertThat(console.page(way)).contains("order.edi", "Came before").doesNotContain("mailbox-" + mark);
        assertThat(orders.withNumber("M" + mark)).hasSize(1);
    }

    @Test
    void anOrderAsPdfWaitsForAPersonWhoSaysWhenItIsDone() throws Exception {
        lay("jan@ediplus.example", "application/pdf", "Bestellung.pdf", "%PDF-1.4 order " + mark);
        ways.run(way, 2);

        JsonNode held = koppel.api("/api/v1/messages?customer=ediplus&status=HELD")
                .path("items")
                .path(0);
        String page = "/console/messages/" + held.path("id").asText();
        assertThat(console.page(page)).contains("Nothing here reads this", "E-mail: Order " + mark);
        assertThat(console.page("/console")).containsPattern("<strong>[1-9][0-9]*</strong> <span>messages to read");

        ways.sent(page + "/done", Map.of());

        assertThat(koppel.api("/api/v1/messages/" + held.path("id").asText())
                        .path("status")
                        .asText())
                .isEqualTo("PROCESSED");
    }

    @Test
    void aTableIsAnOrderWhenItsColumnsSaySoElseAPersonReadsIt() throws Exception {
        lay("jan@ediplus.example", "text/csv", "order.csv", "order;article;quantity\nM" + mark + ";100001;2\n");
        ways.run(way, 2);
        assertThat(orders.answered("M" + mark).path("customer").asText()).isEqualTo("ediplus");

        lay("jan@ediplus.example", "text/csv", "stock.csv", "what;where\nlamp;" + mark + "\n");
        ways.run(way, 3);

        JsonNode held = koppel.api("/api/v1/messages?customer=ediplus&status=HELD")
                .path("items")
                .path(0);
        assertThat(console.page("/console/messages/" + held.path("id").asText()))
                .contains("E-mail: Order " + mark);
        ways.sent("/console/messages/" + held.path("id").asText() + "/done", Map.of());
    }

    @Test
    void mailOfAStrangerIsNotTaken() throws Exception {
        lay("jan@evil.example", "application/octet-stream", "order.edi", edifact());

        ways.run(way, 2);

        assertThat(console.page(way)).contains("UNKNOWN_SENDER", "jan@evil.example");
        assertThat(orders.withNumber("M" + mark)).isEmpty();
    }

    @Test
    void aMailboxThatTakesTokensOnlyIsRead() throws Exception {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", MailboxIT::giveToken);
        provider.start();
        mailbox.setPassword("token-" + mark); // our test server knows one secret, whichever way it comes
        try {
            String other =
                    ways.add(byToken("http://127.0.0.1:" + provider.getAddress().getPort() + "/token?" + mark));
            lay("jan@ediplus.example", "application/octet-stream", "order.edi", edifact());
            ways.run(other, 2);

            assertThat(orders.answered("M" + mark).path("customer").asText()).isEqualTo("ediplus");
            assertThat(console.page(other)).doesNotContain("s3cret-" + mark);
            ways.switchOff(other);
        } finally {
            provider.stop(0);
        }
    }

    private Map<String, String> byToken(String address) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getImap().getPort()),
                "security", "none",
                "user", "orders",
                "senders", "@ediplus.example"));
        settings.put("oauth.url", address);
        settings.put("oauth.client", "koppel");
        settings.put("oauth.secret", "s3cret-" + mark);
        return ConsoleWays.form("imap", "ediplus", "Token " + mark, settings);
    }

    private static void giveToken(HttpExchange exchange) throws IOException {
        String token = "token-" + exchange.getRequestURI().getQuery();
        byte[] answer = ("{\"access_token\":\"" + token + "\"}").getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void lay(String from, String type, String name, String content) throws Exception {
        String mail = "Received: by relay " + UUID.randomUUID() + "\r\nMessage-ID: <" + mark
                + "@ediplus.example>\r\nFrom: "
                + from + "\r\nTo: orders@supplier.example\r\nSubject: Order " + mark + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease see below."
                + "\r\n--b\r\nContent-Type: " + type + "\r\nContent-Disposition: attachment; filename=" + name
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.US_ASCII)) + "\r\n--b--\r\n";
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
    }

    private String edifact() {
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + mark + "'\n"
                + "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+M" + mark + "+9'DTM+137:20261121:102'"
                + "NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'QTY+21:1:PCE'"
                + "UNS+S'CNT+2:1'UNT+12+1'\nUNZ+1+" + mark + "'";
    }
}
