package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;
import org.koppel.run.FtpFolder;

/** A customer that wants its confirmations by mail and by another way as well. */
class ChannelsIT {
    private static final String CUSTOMER = "amerco";
    private static final int PATIENCE_SECONDS = 30;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final AtomicInteger calls = new AtomicInteger();
    private UUID channel;

    @AfterEach
    void endTheChannel() throws SQLException {
        execute("update channel set active = false where id = ?", channel);
    }

    @Test
    void aConfirmationLiesOnTheCustomersFtpServerAsCsvInItsOwnDialect() throws Exception {
        channel(
                "ftp",
                "csv",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(demo.ports().ftp()),
                        "security",
                        "none",
                        "user",
                        FtpFolder.USER,
                        "password",
                        demo.secrets().get("ftp.password"),
                        "csv.delimiter",
                        "|"));
        CxmlOrder order = order();

        koppel.postCxml(order.xml());

        Path file = Arrived.in(demo.ftp().directory(), "OR-" + order.number() + ".csv");
        assertThat(Files.readString(file)).startsWith("order|confirmation|").contains(order.number() + "|OR-");
    }

    @Test
    void theSecretOfAChannelIsNeitherShownNorInTheLog() throws Exception {
        String password = demo.secrets().get("ftp.password");
        aConfirmationLiesOnTheCustomersFtpServerAsCsvInItsOwnDialect();

        for (JsonNode delivery :
                koppel.api("/api/v1/deliveries?customer=" + CUSTOMER).path("items")) {
            assertThat(koppel.api("/api/v1/deliveries/" + delivery.path("id").asText())
                            .toString())
                    .doesNotContain(password);
        }
        assertThat(Files.readString(demo.server().console())).doesNotContain(password);
    }

    @Test
    void aConfirmationIsPostedAgainUnderTheSameKeyUntilTheCustomersServerTakesIt() throws Exception {
        BlockingQueue<HttpExchange> seen = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/in", exchange -> take(exchange, seen));
        server.start();
        try {
            channel(
                    "http",
                    "csv",
                    Map.of(
                            "url",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/in",
                            "token",
                            "agreed-token"));

            koppel.postCxml(order().xml());

            HttpExchange refused = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            HttpExchange taken = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(taken).isNotNull();
            assertThat(taken.getRequestHeaders().getFirst("Idempotency-Key"))
                    .isEqualTo(refused.getRequestHeaders().getFirst("Idempotency-Key"));
            assertThat(taken.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer agreed-token");
        } finally {
            server.stop(0);
        }
    }

    /** The first request finds the server busy. */
    private void take(HttpExchange exchange, BlockingQueue<HttpExchange> seen) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] words = "busy".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 503 : 200, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
        seen.add(exchange);
    }

    private CxmlOrder order() {
        return CxmlOrder.of(koppel, CUSTOMER).line("1", "100001", "1", orders.price(CUSTOMER, "100001"));
    }

    private void channel(String transport, String formats, Map<String, String> settings)
            throws SQLException, InterruptedException {
        channel = UUID.randomUUID();
        StringBuilder json = new StringBuilder("{");
        settings.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        execute(
                "insert into channel (id, customer, document_type, formats, transport, settings)"
                        + " values (?, ?, 'OrderResponse', ?, ?, ?)",
                channel,
                CUSTOMER,
                formats,
                transport,
                json.append('}').toString());
        Koppel.noticeAgreements();
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
