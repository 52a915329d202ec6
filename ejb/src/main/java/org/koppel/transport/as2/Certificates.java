package org.koppel.transport.as2;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.UnusableSettingsException;

/**
 * The partner's certificates, from the settings {@code certificate} (what we encrypt with) and {@code certificate.other} (while one
 * replaces the other), PEM or Base64. A signature by either is good.
 */
record Certificates(List<X509Certificate> all) {
    /** How long before its end a certificate is talked about. */
    private static final Duration WARNED = Duration.ofDays(30);

    /** @throws UnusableSettingsException naming the setting that is no certificate */
    static Certificates of(Map<String, String> settings) throws UnusableSettingsException {
        List<X509Certificate> all = new ArrayList<>();
        all.add(read("certificate", UnusableSettingsException.required(settings, "certificate")));
        String other = settings.getOrDefault("certificate.other", "").strip();
        if (!other.isEmpty()) {
            all.add(read("certificate.other", other));
        }
        return new Certificates(List.copyOf(all));
    }

    private static X509Certificate read(String setting, String text) throws UnusableSettingsException {
        try {
            byte[] file = text.startsWith("-----")
                    ? text.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file));
        } catch (CertificateException | IllegalArgumentException e) { // the text is all there is to say about it
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"" + setting + "\" is no certificate; enter the partner's as PEM"
                            + " (-----BEGIN CERTIFICATE-----)");
        }
    }

    /** What we encrypt with. @throws UnusableSettingsException when it is not good now */
    X509Certificate encrypting(Instant now) throws UnusableSettingsException {
        X509Certificate current = all.get(0);
        Date moment = Date.from(now);
        if (moment.before(current.getNotBefore()) || moment.after(current.getNotAfter())) {
            throw new UnusableSettingsException(
                    "CERTIFICATE_EXPIRED",
                    "The partner's certificate of the setting \"certificate\" (" + words(current)
                            + ") is not good now; ask for the newer one and enter it");
        }
        return current;
    }

    /** The earlier end of our newest certificate and of the partner's that we encrypt with; empty where the settings hold none. */
    static Optional<Instant> end(Map<String, String> settings) {
        try {
            List<OwnKeys.Pair> ours = OwnKeys.of(settings).all();
            Instant own = ours.get(ours.size() - 1).certificate().getNotAfter().toInstant();
            Instant partners = of(settings).all().get(0).getNotAfter().toInstant();
            return Optional.of(own.isBefore(partners) ? own : partners);
        } catch (UnusableSettingsException e) { // every attempt says so
            return Optional.empty();
        }
    }

    /** A warning when one of these ends soon, else empty. @param whose for a person */
    static String warning(String whose, List<X509Certificate> certificates, Instant now) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate one : certificates) {
            if (one.getNotAfter().toInstant().isBefore(now.plus(WARNED))) {
                text.append(". ").append(whose).append(" certificate (").append(words(one));
                text.append(") ends: agree on the next one now");
            }
        }
        return text.toString();
    }

    /** Whose it is and until when, for a person. */
    static String words(X509Certificate one) {
        return one.getSubjectX500Principal().getName() + " until "
                + one.getNotAfter().toInstant();
    }
}
