package org.koppel.transport.as2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.koppel.transport.UnusableSettingsException;

/**
 * Our keys with their certificates, from the settings {@code keystore} (PKCS#12 in Base64) and {@code keystore.password}. While a key is
 * replaced the file holds two: each opens what comes in, and the one whose certificate ends first signs, for as long as it is good.
 */
record OwnKeys(List<Pair> all) {

    /** A key and its certificate. */
    record Pair(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return Certificates.words(certificate); // no key in logs
        }
    }

    /** @throws UnusableSettingsException when the file cannot be opened or holds no RSA key with a certificate */
    static OwnKeys of(Map<String, String> settings) throws UnusableSettingsException {
        String file = UnusableSettingsException.required(settings, "keystore");
        char[] password = settings.getOrDefault("keystore.password", "").toCharArray();
        List<Pair> pairs = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(file)), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && key.getAlgorithm().equals("RSA")
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    pairs.add(new Pair(key, certificate));
                }
            }
        } catch (IOException
                | GeneralSecurityException
                | IllegalArgumentException e) { // from memory: it is no such file
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"keystore\" cannot be opened with \"keystore.password\"; enter a PKCS#12 file in Base64"
                            + " (openssl base64 -in as2.p12) and its password");
        }
        if (pairs.isEmpty()) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"keystore\" holds no RSA key with a certificate; enter another PKCS#12 file");
        }
        pairs.sort(Comparator.comparing(p -> p.certificate().getNotAfter()));
        return new OwnKeys(List.copyOf(pairs));
    }

    /** What signs. @throws UnusableSettingsException when no certificate is good now */
    Pair signing(Instant now) throws UnusableSettingsException {
        Date moment = Date.from(now);
        return all.stream()
                .filter(p -> !moment.before(p.certificate().getNotBefore())
                        && !moment.after(p.certificate().getNotAfter()))
                .findFirst()
                .orElseThrow(() -> new UnusableSettingsException(
                        "CERTIFICATE_EXPIRED",
                        "Our certificate of the setting \"keystore\" (" + all.get(all.size() - 1)
                                + ") is not good now; enter a newer one and send it to the partner"));
    }
}
