package org.koppel.transport.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.HttpAnswer;
import org.koppel.transport.OAuth;
import org.koppel.transport.PartnerHttp;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.Setting;
import org.koppel.transport.TimeLeft;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Posts a delivery to an address of the partner. {@code Idempotency-Key} is the delivery's id, the same for every attempt.
 * Redirects are not followed: they could lead anywhere.
 */
@ApplicationScoped
public class HttpTransport implements Transport {
    /** What a partner has for a token; the delivery comes after it. */
    private static final Duration TOKEN = Duration.ofSeconds(15);

    @Resource
    private ManagedScheduledExecutorService managed;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private AccessTokens tokens;

    private final Map<Identity, Known> clients = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;

    /** For CDI. */
    public HttpTransport() {}

    HttpTransport(ScheduledExecutorService timer, Duration limit, Settings settings, Clock clock) {
        this.timer = timer;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
        this.tokens = new AccessTokens(clock);
    }

    @Override
    public TransportId id() {
        return new TransportId("http");
    }

    /**
     * {@code user} and {@code password} log in by RFC 7617, {@code token} by RFC 6750, {@code oauth.…} by a token that is asked for
     * (RFC 6749, 4.4); {@code signing.secret} adds a {@link Signature}; {@code fingerprint} is the SHA-256 of the only certificate
     * that is believed; {@code keystore} holds the key and certificate that are shown to the partner, PKCS#12 in Base64.
     */
    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(List.of(
                new Setting("url", true, false),
                new Setting("user", false, false),
                new Setting("password", false, true),
                new Setting("token", false, true)));
        all.addAll(OAuth.settings());
        all.addAll(List.of(
                new Setting("signing.secret", false, true),
                new Setting("fingerprint", false, false),
                new Setting("keystore", false, true),
                new Setting("keystore.password", false, true)));
        return List.copyOf(all);
    }

    @Override
    public Optional<Instant> certificatesEnd(Map<String, String> given) {
        try {
            ClientCertificate shown = HttpSettings.of(given, settings.demo()).certificate();
            return shown.isGiven() ? Optional.of(shown.end()) : Optional.empty();
        } catch (UnusableSettingsException | GeneralSecurityException e) { // every attempt says so
            return Optional.empty();
        }
    }

    /** Asks by {@code OPTIONS}, which changes nothing; whatever the answer is but a refused login, the partner is there. */
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
            to.requireForeign(settings.demo());
            TimeLeft left = TimeLeft.of(limit);
            HttpAnswer answer = send(to, content, left);
            if (answer.status() == 401 && to.oauth().isPresent()) {
                tokens.forget(to.oauth().get()); // it may have been called back before its time
                answer = send(to, content, left);
            }
            return anyAnswerWillDo && answer.status() != 401 && answer.status() != 403
                    ? DeliveryOutcome.delivered("The partner answers (" + answer.status() + ")")
                    : answer.outcome();
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (AccessTokens.NoTokenException e) {
            return e.outcome();
        } catch (SSLException e) {
            return DeliveryOutcome.retry(
                    "HTTP_TLS",
                    "No protected connection: " + PartnerTrust.refusal(e).orElseThrow());
        } catch (GeneralSecurityException e) {
            return DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage());
        } catch (IOException e) {
            return DeliveryOutcome.retry(
                    "HTTP_UNREACHABLE",
                    "The partner cannot be reached or broke off: " + reason(e)
                            + ". Check the url of the channel if this lasts.");
        }
    }

    private HttpAnswer send(HttpSettings to, Content content, TimeLeft left)
            throws IOException, InterruptedException, UnusableSettingsException, GeneralSecurityException,
                    AccessTokens.NoTokenException {
        HttpClient client = client(new Identity(to.fingerprint(), to.certificate()));
        HttpRequest.Builder request = HttpRequest.newBuilder(to.address());
        Optional<String> login = to.oauth().isPresent()
                ? Optional.of("Bearer " + token(to, to.oauth().get(), left))
                : authorization(to);
        login.ifPresent(value -> request.header("Authorization", value));
        content.of(to, request);
        return PartnerHttp.exchange(client, request, timer(), left);
    }

    /** The agreed certificate is that of the partner's address; tokens may come from elsewhere. */
    private String token(HttpSettings to, OAuth oauth, TimeLeft left)
            throws IOException, InterruptedException, UnusableSettingsException, GeneralSecurityException,
                    AccessTokens.NoTokenException {
        boolean samePlace =
                oauth.address().getAuthority().equalsIgnoreCase(to.address().getAuthority());
        HttpClient asking = client(new Identity(samePlace ? to.fingerprint() : "", to.certificate()));
        return tokens.get(oauth, request -> PartnerHttp.exchange(asking, request, timer(), left.atMost(TOKEN)));
    }

    /** Whom we believe, and whom we show to be; connections of one identity are never used for another. */
    private record Identity(String fingerprint, ClientCertificate certificate) {}

    /** A client is good until the certificate that it shows ends. */
    private record Known(HttpClient client, Instant end) {}

    private HttpClient client(Identity identity) throws UnusableSettingsException, GeneralSecurityException {
        Instant now = clock.instant();
        Known known = clients.get(identity);
        if (known == null || now.isAfter(known.end())) {
            clients.remove(identity);
            known = newClient(identity, now);
            clients.put(identity, known);
        }
        return known.client();
    }

    private static Known newClient(Identity identity, Instant now)
            throws UnusableSettingsException, GeneralSecurityException {
        ClientCertificate shown = identity.certificate();
        KeyManager[] keys = shown.keys(now);
        HttpClient client = PartnerHttp.client()
                .sslContext(PartnerTrust.context(identity.fingerprint(), keys))
                .build();
        return new Known(client, shown.isGiven() ? shown.end() : Instant.MAX);
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
