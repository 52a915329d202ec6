package org.koppel.transport.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.koppel.platform.Settings;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Posts a delivery to an address of the partner. {@code Idempotency-Key} is the delivery's id, the same for every attempt.
 * Redirects are not followed: they could lead anywhere.
 */
@ApplicationScoped
public class HttpTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(HttpTransport.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES = 64 * 1024;

    @Resource
    private ManagedScheduledExecutorService managed;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;

    /** For CDI. */
    public HttpTransport() {}

    HttpTransport(ScheduledExecutorService timer, Duration limit, Settings settings, Clock clock) {
        this.timer = timer;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public TransportId id() {
        return new TransportId("http");
    }

    /**
     * {@code user} and {@code password} log in by RFC 7617, {@code token} by RFC 6750, {@code signing.secret} adds a
     * {@link Signature}; {@code fingerprint} is the SHA-256 of the only certificate that is believed.
     */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("url", true, false),
                new Setting("user", false, false),
                new Setting("password", false, true),
                new Setting("token", false, true),
                new Setting("signing.secret", false, true),
                new Setting("fingerprint", false, false));
    }

    /** Asks by {@code OPTIONS}, which changes nothing; whatever the answer is, the partner is there. */
    @Override
    public DeliveryOutcome check(Map<String, String> given) throws InterruptedException {
        return send(given, (to, request) -> request.method("OPTIONS", HttpRequest.BodyPublishers.noBody()), true);
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) throws InterruptedException {
        Envelope body = Envelope.of(delivery.id(), delivery.parts());
        return send(
                delivery.settings(),
                (to, request) -> {
                    request.header("Content-Type", body.contentType())
                            .header("Idempotency-Key", delivery.id().toString())
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.content()));
                    if (!to.signingSecret().isEmpty()) {
                        request.header(
                                Signature.HEADER, Signature.of(body.content(), to.signingSecret(), clock.instant()));
                    }
                },
                false);
    }

    /** Completes a request. */
    private interface Content {
        void of(HttpSettings to, HttpRequest.Builder request);
    }

    private DeliveryOutcome send(Map<String, String> given, Content content, boolean anyAnswerWillDo)
            throws InterruptedException {
        try {
            HttpSettings to = HttpSettings.of(given, settings.demo());
            HttpRequest.Builder request = HttpRequest.newBuilder(to.address()).timeout(limit);
            authorization(to).ifPresent(value -> request.header("Authorization", value));
            content.of(to, request);
            to.requireForeign(settings.demo());
            HttpAnswer answer = exchange(client(to.fingerprint()), request.build());
            return anyAnswerWillDo
                    ? DeliveryOutcome.delivered("The partner answers (" + answer.status() + ")")
                    : answer.outcome();
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (GeneralSecurityException e) {
            return DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage());
        } catch (IOException e) {
            return DeliveryOutcome.retry(
                    "HTTP_UNREACHABLE",
                    "The partner cannot be reached or broke off: " + reason(e)
                            + ". Check the url of the channel if this lasts.");
        }
    }

    /** The whole exchange within the limit: an answer that trickles in is broken off. */
    private HttpAnswer exchange(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body();
                Deadline deadline = Deadline.after(timer(), limit, () -> close(body))) {
            byte[] beginning = body.readNBytes(ANSWER_BYTES);
            LOG.log(Level.DEBUG, "{0} answers {1}", request.uri(), answer.statusCode());
            return new HttpAnswer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(null), beginning);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closed an answer that took too long", e);
        }
    }

    private HttpClient client(String fingerprint) throws UnusableSettingsException, GeneralSecurityException {
        HttpClient known = clients.get(fingerprint);
        if (known == null) {
            known = newClient(fingerprint);
            clients.put(fingerprint, known);
        }
        return known;
    }

    private static HttpClient newClient(String fingerprint) throws UnusableSettingsException, GeneralSecurityException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (!fingerprint.isEmpty()) {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {PartnerTrust.pinned(fingerprint)}, null);
            client.sslContext(tls);
        }
        return client.build();
    }

    private static Optional<String> authorization(HttpSettings to) {
        if (!to.token().isEmpty()) {
            return Optional.of("Bearer " + to.token());
        }
        if (to.user().isEmpty()) {
            return Optional.empty();
        }
        byte[] login = (to.user() + ":" + to.password()).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** Java's own words are often missing: then the kind of failure has to do. */
    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
