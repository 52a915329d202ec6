package org.koppel.transport.as2;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import org.koppel.platform.Settings;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PartnerAddress;
import org.koppel.transport.PartnerHttp;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.Setting;
import org.koppel.transport.TimeLeft;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Sends a delivery by AS2 (RFC 4130), signed, encrypted as agreed, and counts it as delivered only by a signed receipt in the answer
 * that says so. The Message-ID is the same at every attempt, so that the partner can tell a repetition.
 */
@ApplicationScoped
public class As2Transport implements Transport {
    static final TransportId ID = new TransportId("as2");

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
    public As2Transport() {}

    As2Transport(ScheduledExecutorService timer, Duration limit, Settings settings, Clock clock) {
        this.timer = timer;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public TransportId id() {
        return ID;
    }

    /**
     * {@code own.id} and {@code partner.id} are the AS2 names; {@code keystore} holds our key, {@code certificate} the partner's certificate
     * and {@code certificate.other} the one that replaces it or was replaced; {@code sign}, {@code encrypt} and {@code compress} say how;
     * {@code fingerprint} is the SHA-256 of the only certificate that is believed for the connection itself.
     */
    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(List.of(new Setting("url", true, false)));
        all.addAll(As2Settings.BOTH_WAYS);
        all.addAll(List.of(
                new Setting("sign", false, false, As2Settings.DIGESTS),
                new Setting("encrypt", false, false, As2Settings.CIPHERS),
                new Setting("compress", false, false, As2Settings.COMPRESSION),
                new Setting("subject", false, false),
                new Setting("fingerprint", false, false)));
        return List.copyOf(all);
    }

    @Override
    public Optional<Instant> certificatesEnd(Map<String, String> given) {
        return Certificates.end(given);
    }

    /** Opens our key, looks at the certificates and reaches the partner by {@code OPTIONS}; whether it knows us, only a message shows. */
    @Override
    public DeliveryOutcome check(Map<String, String> given) throws InterruptedException {
        return guarded(given, to -> {
            X509Certificate own = to.keys().signing(clock.instant()).certificate();
            X509Certificate partner = to.partner().encrypting(clock.instant());
            HttpRequest.Builder asking =
                    HttpRequest.newBuilder(to.address()).method("OPTIONS", HttpRequest.BodyPublishers.noBody());
            int status = send(to, asking).answer().status();
            return DeliveryOutcome.delivered("The partner answers (" + status + "). Our certificate: "
                    + Certificates.words(own) + "; the partner's: " + Certificates.words(partner)
                    + warning(to) + ". Whether the partner knows our name and certificate, only a message can show");
        });
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) throws InterruptedException {
        return guarded(delivery.settings(), to -> {
            Instant now = clock.instant();
            OutgoingMessage message = OutgoingMessage.of(delivery, to, now);
            String subject = to.subject().isEmpty() ? delivery.subject() : to.subject();
            HttpRequest.Builder request = message.request(to, ascii(subject), now);
            PartnerHttp.WithHeaders said = send(to, request);
            DeliveryOutcome answer = said.answer().outcome();
            if (answer.kind() != DeliveryOutcome.Kind.DELIVERED) {
                return answer;
            }
            String contentType = said.headers().firstValue("Content-Type").orElse("text/plain");
            DeliveryOutcome judged = new IncomingReceipt(to, message)
                    .judge(contentType, said.answer().body());
            return new DeliveryOutcome(judged.kind(), judged.code(), judged.detail() + warning(to));
        });
    }

    /** Headers carry ASCII only. */
    private static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private String warning(As2Settings to) {
        List<X509Certificate> ours =
                to.keys().all().stream().map(OwnKeys.Pair::certificate).toList();
        Instant now = clock.instant();
        return Certificates.warning("Our", ours.subList(ours.size() - 1, ours.size()), now)
                + Certificates.warning("The partner's", to.partner().all().subList(0, 1), now);
    }

    /** Something that is done with the partner. */
    private interface Work {
        DeliveryOutcome with(As2Settings to)
                throws IOException, InterruptedException, UnusableSettingsException, GeneralSecurityException,
                        LibraryException;
    }

    private DeliveryOutcome guarded(Map<String, String> given, Work work) throws InterruptedException {
        try {
            As2Settings to = As2Settings.of(given, settings.demo());
            PartnerAddress.requireForeign("url", to.address(), settings.demo());
            return work.with(to);
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (LibraryException e) {
            return DeliveryOutcome.rejected(
                    "AS2_NOT_SEALED",
                    "The message cannot be signed or encrypted: " + e.getMessage()
                            + ". Compare key, certificates, sign and encrypt of the channel with what was agreed");
        } catch (SSLException e) {
            return DeliveryOutcome.retry(
                    "AS2_TLS",
                    "No protected connection: " + PartnerTrust.refusal(e).orElseThrow());
        } catch (GeneralSecurityException e) {
            return DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage());
        } catch (IOException e) {
            return DeliveryOutcome.retry(
                    "AS2_UNREACHABLE",
                    "The partner cannot be reached or broke off: " + reason(e)
                            + ". Check the url of the channel if this lasts.");
        }
    }

    private PartnerHttp.WithHeaders send(As2Settings to, HttpRequest.Builder request)
            throws IOException, InterruptedException, UnusableSettingsException, GeneralSecurityException {
        return PartnerHttp.exchangeWithHeaders(client(to.fingerprint()), request, timer(), TimeLeft.of(limit));
    }

    private HttpClient client(String fingerprint) throws UnusableSettingsException, GeneralSecurityException {
        HttpClient known = clients.get(fingerprint);
        if (known == null) {
            known = PartnerHttp.client()
                    .sslContext(PartnerTrust.context(fingerprint))
                    .build();
            clients.put(fingerprint, known);
        }
        return known;
    }

    /** Java's own words are often missing: then the kind of failure has to do. */
    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
