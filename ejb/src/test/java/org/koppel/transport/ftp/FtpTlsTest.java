package org.koppel.transport.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.transport.DeliveryOutcome;
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

    private DeliveryOutcome check(Map<String, String> changed) {
        Map<String, String> settings = partner.settings();
        settings.putAll(changed);
        return new FtpTransport(timer, Duration.ofSeconds(5)).check(settings);
    }
}
