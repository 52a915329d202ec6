package org.koppel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

/** Words about certificates that are not believed. */
class KnownAuthoritiesTest {
    private static final TestKeys KEYS = TestKeys.of("partner.example");

    @Test
    void aCertificateThatIsVouchedForAndOfAnotherHostSaysSo() throws Exception {
        try (ServerSocket server = showing(KEYS);
                SSLSocket calling = (SSLSocket) calling(knowing(KEYS))
                        .getSocketFactory()
                        .createSocket(server.getInetAddress(), server.getLocalPort())) {
            SSLParameters parameters = calling.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            calling.setSSLParameters(parameters);

            assertThatThrownBy(calling::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("partner.example")
                    .hasMessageContaining("is of another host (No")
                    .hasMessageContaining("correct the host, or enter the fingerprint");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForSaysItsFingerprint() throws Exception {
        assertThatThrownBy(() -> knowing(TestKeys.of("another.example")).checkServerTrusted(chain(KEYS), "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(KEYS.fingerprint())
                .hasMessageContaining("of no authority that this server knows");
    }

    @Test
    void whatThePartnerDoesNotBelieveOfUsIsTold() {
        assertThat(PartnerTrust.refusal(new SSLHandshakeException("Received fatal alert: bad_certificate")))
                .hasValueSatisfying(words -> assertThat(words).contains("\"keystore\""));
        assertThat(PartnerTrust.refusal(new IOException("Connection refused"))).isEmpty();
    }

    private static SSLContext calling(KnownAuthorities believed) throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {believed}, null);
        return tls;
    }

    private static ServerSocket showing(TestKeys keys) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys.open(), TestKeys.PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        ServerSocket server = tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (SSLSocket guest = (SSLSocket) server.accept()) {
                guest.startHandshake();
            } catch (IOException e) {
                return; // it does not believe us
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static X509Certificate[] chain(TestKeys keys) {
        return new X509Certificate[] {keys.certificate()};
    }

    private static KnownAuthorities knowing(TestKeys keys) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("known", keys.certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return new KnownAuthorities((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    }
}
