package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.TestKeys;

/** Mail servers by TLS, from the first byte or after STARTTLS, and certificates that are not believed. */
class MailTlsTest {
    private static final TestKeys KEYS = TestKeys.rsa("mail.example");
    private static final Map<String, String> KEY_STORE = Map.of(
            "greenmail.tls.keystore.file", KEYS.file().toString(),
            "greenmail.tls.keystore.password", TestKeys.PASSWORD,
            "greenmail.tls.key.password", TestKeys.PASSWORD);
    private static final Map<String, String> TO_ORDERS = Map.of("to", "orders@bouwgroep.example");
    /** As whoever runs the mail server says it. */
    private static final Map<String, String> BELIEVED =
            Map.of("mail.smtp.ssl.trust", "*", "mail.smtp.ssl.checkserveridentity", "false");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private GreenMail server;
    private StartTlsFront smtpFront;
    private StartTlsFront imapFront;

    @BeforeAll
    static void agreeOnAKey() {
        KEY_STORE.forEach(System::setProperty);
    }

    @AfterAll
    static void forgetTheKey() {
        KEY_STORE.keySet().forEach(System::clearProperty);
    }

    @BeforeEach
    void startTheServers() throws Exception {
        server = new GreenMail(new ServerSetup[] {
            at(ServerSetup.PROTOCOL_SMTP),
            at(ServerSetup.PROTOCOL_SMTPS),
            at(ServerSetup.PROTOCOL_IMAP),
            at(ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        server.setUser("orders@supplier.example", "orders", "secret");
        smtpFront = new StartTlsFront(false, server.getSmtp().getPort(), KEYS);
        imapFront = new StartTlsFront(true, server.getImap().getPort(), KEYS);
    }

    private static ServerSetup at(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    @AfterEach
    void stopTheServers() throws Exception {
        smtpFront.close();
        imapFront.close();
        server.stop();
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit"})
    void aMailTravelsByTls(String security) {
        DeliveryOutcome outcome = mail(security, BELIEVED).deliver(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION));

        assertThat(outcome.kind()).as(outcome.detail()).isEqualTo(Kind.DELIVERED);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit"})
    void aMailServerWhoseCertificateNobodyKnowsGetsNoMailAndTheTestSaysWhy(String security) {
        MailTransport transport = mail(security, Map.of());

        assertThat(transport
                        .deliver(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION))
                        .kind())
                .isEqualTo(Kind.RETRY);
        DeliveryOutcome tested = transport.check(TO_ORDERS);
        assertThat(tested.code()).isEqualTo("SMTP_TLS");
        assertThat(tested.detail()).contains("KOPPEL_MAIL_HOST", "javax.net.ssl.trustStore");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailServerThatHasNoStarttlsGetsNoMailWhereItIsAgreed() {
        Map<String, String> starttls = new HashMap<>(BELIEVED);
        starttls.put("mail.smtp.starttls.enable", "true");
        starttls.put("mail.smtp.starttls.required", "true");

        DeliveryOutcome outcome = Mails.transport(server.getSmtp().getPort(), starttls)
                .deliver(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION));

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.detail()).contains("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit"})
    void aMailboxIsReadByTlsWithTheCertificateThatWasAgreed(String security) throws Exception {
        try (PickupVisit visit = mailbox(security, KEYS.fingerprint())) {
            visit.begin();
            assertThat(visit.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit"})
    void aMailboxWhoseCertificateNobodyKnowsIsNotLoggedInToAndTheFingerprintIsTold(String security) throws Exception {
        assertThat(refusal(security, "")).contains("of no authority that this server knows", KEYS.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "explicit"})
    void aMailboxWithAnotherCertificateThanTheAgreedOneIsNotLoggedInTo(String security) throws Exception {
        assertThat(refusal(security, "ab".repeat(32))).contains("another certificate than the one agreed");
    }

    @Test
    void aMailboxThatSpeaksNoTlsOnItsPortIsNamed() throws Exception {
        assertThat(refusal(mailbox("implicit", server.getImap().getPort(), KEYS.fingerprint())))
                .contains("does not speak TLS there", "\"security\"");
    }

    @Test
    void aMailboxThatHasNoStarttlsIsNotLoggedInToWhereItIsAgreed() throws Exception {
        try (PickupVisit visit = mailbox("explicit", server.getImap().getPort(), KEYS.fingerprint())) {
            assertThatThrownBy(visit::begin).isInstanceOf(IOException.class).hasMessageContaining("STARTTLS");
        }
    }

    private String refusal(String security, String fingerprint) throws Exception {
        return refusal(mailbox(security, fingerprint));
    }

    private static String refusal(PickupVisit visit) throws Exception {
        try (visit) {
            visit.begin();
            return "none";
        } catch (IOException e) {
            return PartnerTrust.refusal(e).orElse("none but " + e.getMessage());
        }
    }

    private MailTransport mail(String security, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        if (security.equals("implicit")) {
            all.put("mail.smtp.ssl.enable", "true");
            return Mails.transport(server.getSmtps().getPort(), all);
        }
        all.put("mail.smtp.starttls.enable", "true");
        all.put("mail.smtp.starttls.required", "true");
        return Mails.transport(smtpFront.port(), all);
    }

    private PickupVisit mailbox(String security, String fingerprint) throws Exception {
        int port = security.equals("implicit") ? server.getImaps().getPort() : imapFront.port();
        return mailbox(security, port, fingerprint);
    }

    private PickupVisit mailbox(String security, int port, String fingerprint) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("security", security);
        settings.put("fingerprint", fingerprint);
        settings.put("user", "orders");
        settings.put("password", "secret");
        settings.put("senders", "@buyer.example");
        AccessTokens tokens = new AccessTokens(Clock.systemUTC());
        return new ImapPickup(new MailboxTokens(timer, new Settings(), tokens)).visit(settings);
    }
}
