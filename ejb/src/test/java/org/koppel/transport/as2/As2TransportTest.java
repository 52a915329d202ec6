package org.koppel.transport.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.transport.as2.As2Side.KOPPEL;
import static org.koppel.transport.as2.As2Side.PARTNER;
import static org.koppel.transport.as2.As2Side.STRANGER;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.Part;
import org.koppel.transport.Reception;
import org.koppel.transport.TestKeys;

/** Deliveries by AS2: to as2-lib's own receiver, to ours, and to partners who do not do as they should. */
class As2TransportTest {
    private static final String ORDRSP = "UNB+UNOC:3+SUPPLIER:14+EDIPLUS:14'\nUNZ+0+1'\r\n";
    private static final Part EDIFACT =
            new Part("application/edifact", "OR-1.edi", ORDRSP.getBytes(StandardCharsets.UTF_8));
    private static final UUID DELIVERY = UUID.fromString("7f3f2f6e-8a83-4d8e-9a8e-0c2f6a1f1d11");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final As2Transport transport = transport(Duration.ofSeconds(8));
    private ReceivingPartner partner;

    private As2Transport transport(Duration limit) {
        Settings demo = new Settings() {
            @Override
            public boolean demo() {
                return true;
            }
        };
        return new As2Transport(timer, limit, demo, Clock.systemUTC());
    }

    @BeforeEach
    void startThePartner() throws Exception {
        partner = new ReceivingPartner(PARTNER, KOPPEL);
    }

    @AfterEach
    void stopThePartner() {
        partner.close();
        timer.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "sha-256, aes256-cbc, no",
        "sha-256, aes128-cbc, yes",
        "sha-512, aes256-gcm, no",
        "sha-384, aes128-gcm, yes",
        "sha-1, 3des, no",
        "sha-256, none, yes"
    })
    void whateverWasAgreedIsUnderstoodOnTheOtherSide(String sign, String encrypt, String compress) throws Exception {
        partner.settings.put("encryption", "optional");
        Map<String, String> settings = to(partner.address());
        settings.putAll(Map.of("sign", sign, "encrypt", encrypt, "compress", compress));

        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome)
                .extracting(DeliveryOutcome::kind, DeliveryOutcome::code)
                .containsExactly(Kind.DELIVERED, "OK");
        assertThat(outcome.detail()).contains("MDN-sent-automatically; processed", "it is stored", "MIC ", sign);
        assertThat(partner.stored).containsExactly(ORDRSP);
    }

    @ParameterizedTest
    @CsvSource({"sha-256, aes256-cbc", "sha-512, aes128-gcm", "sha-1, 3des"})
    void aReceiverOfAnotherMakeUnderstandsItAndItsReceiptIsUnderstood(String sign, String encrypt) throws Exception {
        As2Side other = new As2Side("OTHER", PARTNER.keys()); // it does not take quotes off a name
        try (As2LibServer peer = new As2LibServer(other, KOPPEL)) {
            Map<String, String> settings = to(peer.address().toString());
            settings.put("partner.id", other.id());
            settings.putAll(Map.of("sign", sign, "encrypt", encrypt));

            DeliveryOutcome outcome = deliver(settings);

            assertThat(outcome.detail()).contains("processed");
            assertThat(outcome.kind()).isEqualTo(Kind.DELIVERED);
            assertThat(peer.stored).containsExactly(ORDRSP);
            assertThat(peer.ids).containsExactly("<" + DELIVERY + "@as2.koppel>");
        }
    }

    @Test
    void theEndOfTheFirstCertificateIsKnownInTime() {
        Map<String, String> settings = to(partner.address());
        Instant partners = PARTNER.keys().certificate().getNotAfter().toInstant();
        Instant own = KOPPEL.keys().certificate().getNotAfter().toInstant();

        assertThat(transport.certificatesEnd(settings)).contains(own.isBefore(partners) ? own : partners);
        settings.put("certificate", new As2Side("ENDED", TestKeys.ended("partner")).pem());
        assertThat(transport.certificatesEnd(settings))
                .hasValueSatisfying(end -> assertThat(end).isBefore(partners));
        settings.remove("keystore");
        assertThat(transport.certificatesEnd(settings)).isEmpty();
    }

    @Test
    void everyAttemptHasTheSameMessageIdSoThatRepetitionsAreKnown() throws Exception {
        deliver(to(partner.address()));
        deliver(to(partner.address()));

        assertThat(partner.ids).containsExactly("<" + DELIVERY + "@as2.koppel>", "<" + DELIVERY + "@as2.koppel>");
    }

    @Test
    void severalPartsTravelTogether() throws Exception {
        Part pdf = new Part("application/pdf", "OR-1.pdf", new byte[] {37, 80, 68, 70});
        Delivery both =
                new Delivery(DELIVERY, new PartyId("ediplus"), "Two", to(partner.address()), List.of(EDIFACT, pdf));

        assertThat(transport.deliver(both).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(partner.stored.get(0)).contains(ORDRSP, "OR-1.pdf", "%PDF");
    }

    @Test
    void anEncryptionForSomebodyElseIsRefusedAndTheCureIsSaid() throws Exception {
        Map<String, String> settings = to(partner.address());
        settings.put("certificate", STRANGER.pem());
        settings.put("certificate.other", PARTNER.pem());

        DeliveryOutcome outcome = deliver(settings);

        assertThat(partner.refusals).containsExactly("decryption-failed");
        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("AS2_DECRYPTION_FAILED");
        assertThat(outcome.detail()).contains("enter its newest certificate", "CN=Partner");
    }

    @Test
    void ourSignatureThatThePartnerDoesNotKnowIsRefused() throws Exception {
        Map<String, String> settings = to(partner.address());
        settings.put("keystore", STRANGER.keystore());

        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome.code()).isEqualTo("AS2_AUTHENTICATION_FAILED");
        assertThat(outcome.detail()).contains("compare own.id", "CN=Koppel");
    }

    @Test
    void aReceiptOfTheOldCertificateIsGoodWhileBothAreHeld() throws Exception {
        Map<String, String> settings = to(partner.address());
        settings.put("encrypt", "none");
        partner.settings.put("encryption", "optional");
        settings.put("certificate", STRANGER.pem());
        assertThat(deliver(settings).code()).isEqualTo("AS2_RECEIPT_SIGNATURE");

        settings.put("certificate.other", PARTNER.pem());

        assertThat(deliver(settings).kind()).isEqualTo(Kind.DELIVERED);
    }

    @Test
    void aReceiptThatWasChangedCountsForNothing() throws Exception {
        partner.onItsWayBack = answer -> with(answer, text(answer).replace("stored.", "stoned."));

        DeliveryOutcome outcome = deliver(to(partner.address()));

        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("AS2_RECEIPT_SIGNATURE");
    }

    @Test
    void aReceiptThatIsNotSignedCountsForNothing() throws Exception {
        partner.onItsWayBack = answer -> {
            int from = text(answer).indexOf("Content-Type: multipart/report");
            String report = text(answer).substring(from);
            String type = report.substring("Content-Type: ".length(), report.indexOf("\r\n\r\n"));
            Reception.Answer plain = with(answer, report.substring(report.indexOf("\r\n\r\n") + 4));
            Map<String, String> headers = new HashMap<>(plain.headers());
            headers.put("Content-Type", OutgoingMessage.oneLine(type));
            return new Reception.Answer(200, headers, plain.body(), plain.said());
        };

        DeliveryOutcome outcome = deliver(to(partner.address()));

        assertThat(outcome.code()).isEqualTo("AS2_RECEIPT_UNSIGNED");
        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void aReceiptForSomethingElseIsAMismatch() throws Exception {
        Reception.Answer[] first = new Reception.Answer[1];
        partner.onItsWayBack = answer -> {
            first[0] = first[0] == null ? answer : first[0];
            return first[0];
        };
        deliver(to(partner.address()));
        Part other = new Part("application/edifact", "OR-2.edi", "UNB+OTHER'".getBytes(StandardCharsets.UTF_8));

        DeliveryOutcome outcome = transport.deliver(
                new Delivery(DELIVERY, new PartyId("ediplus"), "Other", to(partner.address()), List.of(other)));

        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("AS2_MIC_MISMATCH");
        assertThat(outcome.detail()).contains("sha-256", "Ask the partner what changes it");
    }

    @Test
    void aReceiptForAnotherMessageIsNotOurs() throws Exception {
        Reception.Answer[] first = new Reception.Answer[1];
        partner.onItsWayBack = answer -> {
            first[0] = first[0] == null ? answer : first[0];
            return first[0];
        };
        deliver(to(partner.address()));

        DeliveryOutcome outcome = transport.deliver(new Delivery(
                UUID.randomUUID(), new PartyId("ediplus"), "Other", to(partner.address()), List.of(EDIFACT)));

        assertThat(outcome.code()).isEqualTo("AS2_OTHER_RECEIPT");
    }

    @Test
    void aPartnerThatCouldNotProcessItIsAskedAgain() throws Exception {
        partner.refusal = "The disk is full";

        DeliveryOutcome outcome = deliver(to(partner.address()));

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("AS2_UNEXPECTED_PROCESSING_ERROR");
        assertThat(outcome.detail()).contains("The disk is full");
    }

    @Test
    void namesThatThePartnerDoesNotKnowAreForAPerson() throws Exception {
        Map<String, String> settings = to(partner.address());
        settings.put("own.id", "SOMEBODY");

        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("AS2_UNKNOWN_TRADING_PARTNER");
        assertThat(outcome.detail()).contains("compare own.id and partner.id", "Who are you?");
    }

    @Test
    void anErrorOfTheServerIsTriedLaterAndAWrongAddressIsNot() throws Exception {
        partner.onItsWayBack = answer -> new Reception.Answer(500, Map.of(), new byte[0], "");
        assertThat(deliver(to(partner.address())))
                .extracting(DeliveryOutcome::kind, DeliveryOutcome::code)
                .containsExactly(Kind.RETRY, "HTTP_500");

        assertThat(deliver(to(partner.address().replace("/as2", "/nothing"))))
                .extracting(DeliveryOutcome::kind, DeliveryOutcome::code)
                .containsExactly(Kind.REJECTED, "HTTP_404");
    }

    @Test
    void anAnswerWithoutAReceiptIsNoDelivery() throws Exception {
        partner.onItsWayBack = answer -> new Reception.Answer(200, Map.of(), new byte[0], "");
        assertThat(deliver(to(partner.address())).code()).isEqualTo("AS2_NO_RECEIPT");

        partner.onItsWayBack = answer -> new Reception.Answer(
                200, Map.of("Content-Type", "text/html"), "<h1>Welcome".getBytes(StandardCharsets.UTF_8), "");
        assertThat(deliver(to(partner.address())).code()).isEqualTo("AS2_BAD_RECEIPT");
    }

    @Test
    void aPartnerThatNeverAnswersIsLeftInTime() throws Exception {
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/as2", exchange -> {
            try {
                TimeUnit.SECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        silent.start();
        long begun = System.nanoTime();

        DeliveryOutcome outcome = transport(Duration.ofMillis(500))
                .deliver(delivery(to("http://127.0.0.1:" + silent.getAddress().getPort() + "/as2")));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("AS2_UNREACHABLE");
        silent.stop(0);
    }

    @Test
    void aCertificateThatEndedIsNotUsedAndOneThatEndsSoonIsTalkedAbout() throws Exception {
        As2Side old = new As2Side("KOPPEL", TestKeys.ended("Koppel"));
        Map<String, String> settings = to(partner.address());
        settings.put("keystore", old.keystore());
        assertThat(deliver(settings).code()).isEqualTo("CERTIFICATE_EXPIRED");

        settings.put("keystore", old.keystoreWith(KOPPEL));
        DeliveryOutcome outcome = deliver(settings);

        assertThat(outcome.kind()).isEqualTo(Kind.DELIVERED);
        assertThat(outcome.detail())
                .contains("The partner's certificate (CN=Partner until", "agree on the next one now");
    }

    @Test
    void aSettingThatIsMissingOrWrongIsNamedAndNoSecretIsSaid() throws Exception {
        for (String name : List.of("url", "own.id", "partner.id", "keystore", "certificate")) {
            Map<String, String> settings = to(partner.address());
            settings.remove(name);
            assertThat(deliver(settings).detail()).contains('"' + name + '"');
        }
        Map<String, String> settings = to(partner.address());
        settings.put("keystore.password", "s:cret");
        assertThat(deliver(settings).detail()).contains("keystore.password").doesNotContain("s:cret");
        settings = to(partner.address());
        settings.put("encrypt", "rot13");
        assertThat(deliver(settings).detail()).contains("\"encrypt\"", "aes256-cbc");
    }

    @Test
    void anAddressOfThisMachineIsNoPartnerOutsideTheDemo() throws Exception {
        As2Transport strict = new As2Transport(timer, Duration.ofSeconds(5), new Settings(), Clock.systemUTC());

        assertThat(strict.deliver(delivery(to(partner.address()))).code()).isEqualTo("BAD_SETTING");
        assertThat(strict.deliver(delivery(to("https://127.0.0.1:9/as2"))).code())
                .isEqualTo("FORBIDDEN_ADDRESS");
    }

    @Test
    void testingTheConnectionSendsNothingAndSaysWhatItProves() throws Exception {
        DeliveryOutcome outcome = transport.check(to(partner.address()));

        assertThat(outcome.kind()).isEqualTo(Kind.DELIVERED);
        assertThat(outcome.detail()).contains("CN=Koppel until", "CN=Partner until", "only a message can show");
        assertThat(partner.stored).isEmpty();
    }

    private static Map<String, String> to(String address) {
        Map<String, String> settings = KOPPEL.settingsFor(PARTNER);
        settings.put("url", address);
        return settings;
    }

    private static Delivery delivery(Map<String, String> settings) {
        return new Delivery(DELIVERY, new PartyId("ediplus"), "Bevestiging é", settings, List.of(EDIFACT));
    }

    private DeliveryOutcome deliver(Map<String, String> settings) throws InterruptedException {
        return transport.deliver(delivery(settings));
    }

    private static String text(Reception.Answer answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    private static Reception.Answer with(Reception.Answer answer, String body) {
        return new Reception.Answer(
                answer.status(), answer.headers(), body.getBytes(StandardCharsets.ISO_8859_1), answer.said());
    }
}
