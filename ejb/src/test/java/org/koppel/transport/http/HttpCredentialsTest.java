package org.koppel.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.TestKeys;

/** Deliveries to a partner that wants tokens of OAuth 2, or to see our certificate. */
class HttpCredentialsTest {
    private static final Part XML =
            new Part("application/xml", "OR-1.xml", "<order/>".getBytes(StandardCharsets.UTF_8));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> asked = new ArrayList<>();
    private final List<String> logins = new ArrayList<>();
    private final List<String> principals = new ArrayList<>();
    private HttpServer server;
    private Instant now = Instant.parse("2026-01-05T09:30:00Z");
    private int tokenStatus = 200;
    private String tokenAnswer = "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    private String refusedToken = "";
    private HttpTransport transport;

    @BeforeEach
    void startThePartner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        open(server);
        transport = new HttpTransport(timer, Duration.ofSeconds(5), demo(), new MovableClock());
    }

    private void open(HttpServer one) {
        one.createContext("/in", this::take);
        one.createContext("/token", this::token);
        one.start();
    }

    @AfterEach
    void stopThePartner() {
        server.stop(0);
        timer.shutdownNow();
    }

    @Test
    void aTokenIsAskedForOnceAndUsedUntilItIsNearlyOver() throws Exception {
        deliver(oauth());
        deliver(oauth());
        assertThat(asked).containsExactly("grant_type=client_credentials&scope=orders+write");
        assertThat(logins).containsExactly("Basic " + base64("koppel:s%3Acret"), "Bearer token-1", "Bearer token-1");

        now = now.plusSeconds(3_541);
        deliver(oauth());

        assertThat(asked).hasSize(2);
        assertThat(logins).last().isEqualTo("Bearer token-2");
    }

    @Test
    void aTokenThatThePartnerCalledBackIsReplacedAndTheDeliverySucceeds() throws Exception {
        deliver(oauth());
        refusedToken = "Bearer token-1";

        assertThat(deliver(oauth()).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(logins).last().isEqualTo("Bearer token-2");
    }

    @Test
    void aTokenIsTriedTwiceAndNoMore() throws Exception {
        refusedToken = "Bearer";

        assertThat(deliver(oauth()).code()).isEqualTo("HTTP_401");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aClientThatIsRefusedIsForAPersonAndTheWordsHoldNoSecret() throws Exception {
        tokenStatus = 401;
        tokenAnswer = "{\"error\":\"invalid_client\",\"error_description\":\"s:cret is wrong\"}";

        DeliveryOutcome outcome = deliver(oauth());

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("OAUTH_REFUSED");
        assertThat(outcome.detail())
                .contains("invalid_client", "Correct client")
                .doesNotContain("s:cret");
    }

    @Test
    void aTokenServerInTroubleIsTriedLater() throws Exception {
        tokenStatus = 503;

        assertThat(deliver(oauth()).kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
    }

    @Test
    void whatIsNoTokenIsNotSent() throws Exception {
        tokenAnswer = "{\"access_token\":\"a\\r\\nX-Forged: 1\"}";

        assertThat(deliver(oauth()).code()).isEqualTo("OAUTH_REFUSED");
        assertThat(logins).hasSize(1);
    }

    @Test
    void aSecretThatIsMissingIsNamed() throws Exception {
        Map<String, String> settings = oauth();
        settings.remove("oauth.secret");

        assertThat(deliver(settings).detail()).contains("\"oauth.secret\"");
    }

    @Test
    void thePartnerSeesTheCertificateThatWasGiven() throws Exception {
        Map<String, String> settings = https();

        assertThat(deliver(settings).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(principals).containsExactly("CN=koppel");
    }

    @Test
    void aPartnerThatWantsACertificateDoesNotTakeADeliveryWithoutOneOrWithAnother() throws Exception {
        Map<String, String> without = https();
        without.remove("keystore");
        assertThat(deliver(without).kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);

        Map<String, String> other = https();
        other.put("keystore", base64(Files.readAllBytes(TestKeys.of("stranger").file())));
        assertThat(deliver(other).kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(principals).isEmpty();
    }

    @Test
    void aPartnerWithAnotherCertificateThanTheAgreedOneGetsNothing() throws Exception {
        Map<String, String> settings = https();
        settings.put("fingerprint", "00".repeat(32));

        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome.code()).isEqualTo("HTTP_TLS");
        assertThat(principals).isEmpty();
    }

    @Test
    void theEndOfTheCertificateThatWeShowIsKnownInTime() throws Exception {
        Map<String, String> settings = https();

        assertThat(transport.certificatesEnd(settings))
                .contains(TestKeys.of("koppel").certificate().getNotAfter().toInstant());
        settings.put("keystore.password", "other");
        assertThat(transport.certificatesEnd(settings)).isEmpty();
        settings.remove("keystore");
        assertThat(transport.certificatesEnd(settings)).isEmpty();
    }

    @Test
    void aCertificateThatEndsWhileItIsInUseIsNotShownAnyMoreAndIsForAPerson() throws Exception {
        Map<String, String> settings = https();
        deliver(settings);
        now = TestKeys.of("koppel").certificate().getNotAfter().toInstant().plusSeconds(1);

        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("CERTIFICATE_EXPIRED");
        assertThat(principals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\u200bkey", "s3cret\u2013key", "s3cret key", "s3cret\u00e9key", "s3cret\r\nkey"})
    void aTokenWithACharacterThatNoHeaderCarriesIsRefusedByItsSettingAndToldToNobody(String token) throws Exception {
        DeliveryOutcome outcome = deliver(Map.of("url", url("http", "/in"), "token", token));

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("BAD_SETTING");
        assertThat(outcome.detail()).contains("\"token\"").doesNotContain("s3cret");
        assertThat(logins).isEmpty();
    }

    @Test
    void aPasswordWithTheEndOfALineIsRefusedByItsSettingAndOneWithAccentsIsSent() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("url", url("http", "/in"), "user", "koppel"));
        settings.put("password", "s3cret\n");
        assertThat(deliver(settings).detail()).contains("\"password\"").doesNotContain("s3cret");

        settings.put("password", "s\u00e9cret");
        assertThat(deliver(settings).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
    }

    @Test
    void aFileThatIsNoKeyStoreOrHasAnotherPasswordIsNamed() throws Exception {
        Map<String, String> settings = https();
        settings.put("keystore.password", "other");
        assertThat(deliver(settings).detail()).contains("\"keystore\"", "keystore.password");

        settings.put("keystore", "!!!");
        assertThat(deliver(settings).code()).isEqualTo("BAD_SETTING");
    }

    private Map<String, String> oauth() {
        Map<String, String> settings = new HashMap<>();
        settings.put("url", url("http", "/in"));
        settings.put("oauth.url", url("http", "/token"));
        settings.put("oauth.client", "koppel");
        settings.put("oauth.secret", "s:cret");
        settings.put("oauth.scope", "orders write");
        return settings;
    }

    /** The partner's server by TLS, which believes one client; settings that it takes. */
    private Map<String, String> https() throws Exception {
        server.stop(0);
        now = Instant.now().plus(Duration.ofHours(1)); // keys that are made during the test are valid by then
        TestKeys own = TestKeys.of("partner");
        TestKeys client = TestKeys.of("koppel");
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext tls = tls(own, client);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server = secure;
        open(secure);
        Map<String, String> settings = new HashMap<>();
        settings.put("url", url("https", "/in"));
        settings.put("fingerprint", own.fingerprint());
        settings.put("keystore", base64(Files.readAllBytes(client.file())));
        settings.put("keystore.password", TestKeys.PASSWORD);
        return settings;
    }

    private static SSLContext tls(TestKeys own, TestKeys believed) throws Exception {
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(own.open(), TestKeys.PASSWORD.toCharArray());
        KeyStore clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        clients.setCertificateEntry("client", believed.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(clients);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String url(String scheme, String path) {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private DeliveryOutcome deliver(Map<String, String> settings) throws Exception {
        return transport.deliver(
                new Delivery(UUID.randomUUID(), new PartyId("zorggroep"), "Order 1", settings, List.of(XML)));
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        logins.add(login);
        if (exchange instanceof HttpsExchange secure) {
            principals.add(secure.getSSLSession().getPeerPrincipal().getName());
        }
        boolean refused = !refusedToken.isEmpty()
                && login.startsWith(refusedToken)
                && (login.equals(refusedToken) || refusedToken.equals("Bearer"));
        exchange.sendResponseHeaders(refused ? 401 : 200, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        logins.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = tokenAnswer.formatted(asked.size()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(tokenStatus, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Settings demo() {
        return new Settings() {
            @Override
            public boolean demo() {
                return true;
            }
        };
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
