package org.koppel.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Whose certificate is believed: those of the authorities that this Java knows, or exactly one that was agreed with the partner. */
public final class PartnerTrust {
    private PartnerTrust() {}

    /** The authorities of this Java (system property {@code javax.net.ssl.trustStore} included). */
    public static X509TrustManager authorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("This Java has no trust manager"));
    }

    /** @param fingerprint SHA-256 of the partner's certificate in hexadecimal, with or without colons */
    public static X509TrustManager pinned(String fingerprint) throws UnusableSettingsException {
        String hex = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"fingerprint\" is not the SHA-256 of a certificate; enter its 64 hexadecimal digits");
        }
        return new Pinned(HexFormat.of().parseHex(hex));
    }

    /** Extended, so that Java does not compare the name of the host as well: the certificate itself was agreed. */
    private static final class Pinned extends X509ExtendedTrustManager {
        private final byte[] sha256;

        Pinned(byte[] sha256) {
            this.sha256 = sha256;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            try {
                byte[] shown = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
                if (!MessageDigest.isEqual(shown, sha256)) {
                    throw new CertificateException("The partner shows another certificate than the one agreed, with the"
                            + " SHA-256 fingerprint " + HexFormat.of().formatHex(shown));
                }
            } catch (GeneralSecurityException e) {
                throw e instanceof CertificateException c ? c : new CertificateException("Cannot look at it", e);
            }
            chain[0].checkValidity();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Nobody logs in here by a certificate");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
