package org.koppel.transport.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.TestKeys;

/** What <em>Test connection</em> says of servers whose certificate is not believed, or who have none. */
class FtpTlsTest {
    private static final TestKeys KEYS = TestKeys.of("ftp.example");

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private FtpPartner partner;

    @AfterEach
    void stopThePartner() {
        partner.close();
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        timer.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateOfNoKnownAuthorityIsToldWithItsFingerprintSoThatItCanBeCompared(boolean implicit)
            throws Exception {
        partner = new FtpPartner(directory).secured(KEYS, implicit).start();

        DeliveryOutcome outcome = check(Map.of("fingerprint", ""));

        assertThat(outcome.code()).isEqualTo("FTP_TLS");
        assertThat(outcome.detail())
                .contains("ftp.example", "of no authority that this server knows", KEYS.fingerprint(), "confirm");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherCertificateThanTheAgreedOneIsToldToo(boolean implicit) throws Exception {
        partner = new FtpPartner(directory).secured(KEYS, implicit).start();

        DeliveryOutcome outcome = check(Map.of("fingerprint", "ab".repeat(32)));

        assertThat(outcome.code()).isEqualTo("FTP_TLS");
        assertThat(outcome.detail()).contains("another certificate than the one agreed", KEYS.fingerprint());
    }

    @Test
    void aCertificateThatHasEndedIsThePartnersToRenew() throws Exception {
        partner = new FtpPartner(directory)
                .secured(TestKeys.ended("ftp.example"), false)
                .start();

        assertThat(check(Map.of("fingerprint", "")).detail()).contains("is not good now; the partner has to renew it");
    }

    @Test
    void aServerThatDoesNotSpeakTlsFromTheFirstByteIsNamed() throws Exception {
        partner = new FtpPartner(directory).start();

        DeliveryOutcome outcome = check(Map.of("security", "implicit"));

        assertThat(outcome.code()).isEqualTo("FTP_TLS");
        assertThat(outcome.detail()).contains("does not speak TLS there", "\"port\"");
    }

    @Test
    void aServerThatHasNoTlsAtAllGetsNoPassword() throws Exception {
        partner = new FtpPartner(directory).start();

        DeliveryOutcome outcome = check(Map.of("security", "explicit"));

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("FTP_TLS");
    }

    @Test
    void aFileGoesToNobodyElseThatAKnownAuthorityVouchesFor(@TempDir Path authorities) throws Exception {
        TestKeys server = TestKeys.local("ftp.example");
        TestKeys somebody = TestKeys.local("somebody.example");
        believed(authorities, server, somebody);
        partner = new FtpPartner(directory)
                .secured(server, false)
                .filesSecured(somebody)
                .start();

        DeliveryOutcome outcome = deliver();

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("FTP_TLS");
        assertThat(outcome.detail()).contains("somebody.example", "another certificate");
        assertThat(Files.readString(directory.resolve("OR-1.csv.tmp"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatAKnownAuthorityVouchesForGetsItsFiles(boolean implicit, @TempDir Path authorities)
            throws Exception {
        TestKeys server = TestKeys.local("ftp.example");
        believed(authorities, server);
        partner = new FtpPartner(directory).secured(server, implicit).start();

        assertThat(deliver().kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(directory.resolve("OR-1.csv")).hasContent("a;b");
    }

    /** Makes them authorities of this Java until the end of the test. */
    private static void believed(Path directory, TestKeys... keys) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        for (TestKeys one : keys) {
            known.setCertificateEntry(
                    one.certificate().getSubjectX500Principal().getName(), one.certificate());
        }
        Path file = directory.resolve("authorities.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            known.store(out, TestKeys.PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", TestKeys.PASSWORD);
    }

    private DeliveryOutcome deliver() {
        Map<String, String> settings = partner.settings();
        settings.put("fingerprint", "");
        Part csv = new Part("text/csv", "OR-1.csv", "a;b".getBytes(StandardCharsets.US_ASCII));
        return new FtpTransport(timer, Duration.ofSeconds(10))
                .deliver(new Delivery(UUID.randomUUID(), new PartyId("ediplus"), "Order 1", settings, List.of(csv)));
    }

    private DeliveryOutcome check(Map<String, String> changed) {
        Map<String, String> settings = partner.settings();
        settings.putAll(changed);
        return new FtpTransport(timer, Duration.ofSeconds(5)).check(settings);
    }
}
