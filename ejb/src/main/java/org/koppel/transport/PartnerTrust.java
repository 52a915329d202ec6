package org.koppel.transport;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whose certificate is believed: those of the authorities that this Java knows, or exactly one that was agreed with the partner. */
public final class PartnerTrust {
    private PartnerTrust() {}

    /**
     * For connections to one partner.
     *
     * @param fingerprint of the only certificate that is believed; empty for any of the host that an authority vouches for
     * @param keys what is shown to a partner who asks
     */
    public static SSLContext context(String fingerprint, KeyManager... keys)
            throws UnusableSettingsException, GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys, new TrustManager[] {fingerprint.isEmpty() ? authorities() : pinned(fingerprint)}, null);
        return tls;
    }

    /**
     * Why there is no protected connection and what to do; empty when the failure is another one. The words for a certificate that is not
     * believed are those of the trust managers here.
     */
    public static Optional<String> refusal(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException || at instanceof CertificateException) {
                return Optional.of(words(String.valueOf(at.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static String words(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("unrecognized ssl message") || lower.contains("plaintext connection")) {
            return "the server does not speak TLS there; correct \"port\" and \"security\"";
        }
        if (lower.contains("fatal alert") && (lower.contains("certificate") || lower.contains("access_denied"))) {
            return "the partner does not believe our certificate (" + said
                    + "); compare the one of \"keystore\" with what was agreed";
        }
        return said;
    }

    /** The authorities of this Java (system property {@code javax.net.ssl.trustStore} included). */
    private static X509ExtendedTrustManager authorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .map(KnownAuthorities::new)
                .orElseThrow(() -> new GeneralSecurityException("This Java has no trust manager"));
    }

    /** @param fingerprint SHA-256 of the partner's certificate in hexadecimal, with or without colons */
    private static X509ExtendedTrustManager pinned(String fingerprint) throws UnusableSettingsException {
        String hex = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"fingerprint\" is not the SHA-256 of a certificate; enter its 64 hexadecimal digits");
        }
        return new PinnedCertificate(HexFormat.of().parseHex(hex));
    }
}
