package org.koppel.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** Deliveries to a partner's real HTTP server. */
class HttpTransportTest {
    private static final UUID ID = UUID.fromString("0f9d9a2e-52a4-4d20-8a54-0b1f6f1a7c11");
    private static final Part XML =
            new Part("application/xml", "OR-1.xml", "<order/>".getBytes(StandardCharsets.UTF_8));
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b".getBytes(StandardCharsets.UTF_8));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<Request> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String words = "";
    private volatile boolean demo = true;

    private record Request(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.containsKey(name) ? headers.get(name).get(0) : null;
        }
    }

    @BeforeEach
    void startThePartner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/in", this::take);
        server.createContext("/trickle", this::trickle);
        server.start();
    }

    @AfterEach
    void stopThePartner() {
        over.countDown();
        server.stop(0);
        timer.shutdownNow();
    }

    @Test
    void aSinglePartIsPostedAsItIsUnderTheDeliverysId() throws Exception {
        DeliveryOutcome outcome = deliver("/in", Map.of(), XML);

        Request request = seen.take();
        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(request.body()).isEqualTo("<order/>");
        assertThat(request.header("Content-type")).isEqualTo("application/xml");
        assertThat(request.header("Idempotency-key")).isEqualTo(ID.toString());
        assertThat(request.header("Authorization")).isNull();
    }

    @Test
    void severalPartsTravelTogetherWithTheirNames() throws Exception {
        deliver("/in", Map.of(), XML, CSV);

        Request request = seen.take();
        assertThat(request.header("Content-type")).startsWith("multipart/mixed; boundary=");
        assertThat(request.body()).contains("filename=\"OR-1.xml\"", "<order/>", "filename=\"OR-1.csv\"", "a;b");
    }

    @Test
    void logsInByPasswordOrByToken() throws Exception {
        deliver("/in", Map.of("user", "koppel", "password", "pässword"), XML);
        deliver("/in", Map.of("token", "abc.def"), XML);

        assertThat(seen.take().header("Authorization")).isEqualTo("Basic a29wcGVsOnDDpHNzd29yZA==");
        assertThat(seen.take().header("Authorization")).isEqualTo("Bearer abc.def");
    }

    @Test
    void theSignatureCoversTheTimeAndTheBody() throws Exception {
        deliver("/in", Map.of("signing.secret", "agreed"), XML);

        // printf '1767605400.<order/>' | openssl dgst -sha256 -hmac agreed
        assertThat(seen.take().header("Koppel-signature"))
                .isEqualTo("t=1767605400,v1=0ec9fa2c4196e9ffe83cb31dd5b2db4df643fb474835a3af2b0d998be0369aec");
    }

    @ParameterizedTest
    @CsvSource({
        "500, RETRY, asks to try later",
        "503, RETRY, asks to try later",
        "429, RETRY, asks to try later",
        "401, REJECTED, 'correct user, password or token'",
        "404, REJECTED, correct the url",
        "415, REJECTED, agree on another",
        "302, REJECTED, another address"
    })
    void whatThePartnerAnswersDecides(int answer, DeliveryOutcome.Kind kind, String cure) throws Exception {
        status = answer;
        words = "Because\r\nof us";

        DeliveryOutcome outcome = deliver("/in", Map.of(), XML);

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.code()).isEqualTo("HTTP_" + answer);
        assertThat(outcome.detail()).contains(cure, "Because of us");
    }

    @Test
    void aPartnerThatIsAwayIsTriedLater() throws Exception {
        server.stop(0);

        DeliveryOutcome outcome = deliver("/in", Map.of(), XML);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("HTTP_UNREACHABLE");
    }

    @Test
    void anAnswerThatTricklesInIsBrokenOff() throws Exception {
        DeliveryOutcome outcome = deliver("/trickle", Map.of(), XML);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("HTTP_UNREACHABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/in",
                "ftp://partner.example/in",
                "https://user:secret@partner.example/in",
                "/in",
                "https://",
                "https://part ner/in"
            })
    void anAddressThatIsNoneIsRefusedByItsSetting(String url) throws Exception {
        demo = false;

        DeliveryOutcome outcome = deliverTo(url, Map.of(), XML);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("\"url\"", "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/in",
                "https://localhost/in",
                "https://[::1]/in",
                "https://[::ffff:127.0.0.1]/in",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/in"
            })
    void nobodyIsLedToThisMachineItself(String url) throws Exception {
        demo = false;

        DeliveryOutcome outcome = deliverTo(url, Map.of(), XML);

        assertThat(outcome.code()).isEqualTo("FORBIDDEN_ADDRESS");
    }

    @Test
    void theConnectionCanBeTestedWithoutSendingAnything() throws Exception {
        status = 405;

        DeliveryOutcome outcome = transport().check(Map.of("url", url("/in")));

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(seen.take().body()).isEmpty();
    }

    private DeliveryOutcome deliver(String path, Map<String, String> settings, Part... parts) throws Exception {
        return deliverTo(url(path), settings, parts);
    }

    private DeliveryOutcome deliverTo(String url, Map<String, String> settings, Part... parts) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("url", url);
        return transport().deliver(new Delivery(ID, new PartyId("zorggroep"), "Order 1", all, List.of(parts)));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private HttpTransport transport() {
        Settings settings = new Settings() {
            @Override
            public boolean demo() {
                return demo;
            }
        };
        Clock clock = Clock.fixed(Instant.parse("2026-01-05T09:30:00Z"), ZoneOffset.UTC);
        return new HttpTransport(timer, Duration.ofSeconds(2), settings, clock);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Request(Map.copyOf(exchange.getRequestHeaders()), body));
        byte[] answer = words.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "https://elsewhere.example/in");
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Promises much and never gets on. */
    private void trickle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 1_000_000);
        OutputStream out = exchange.getResponseBody();
        out.write('x');
        out.flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
