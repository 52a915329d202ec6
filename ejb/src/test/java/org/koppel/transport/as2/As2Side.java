package org.koppel.transport.as2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.koppel.transport.TestKeys;

/** Who takes part in AS2: a name and a key. */
record As2Side(String id, TestKeys keys) {
    static final As2Side KOPPEL = new As2Side("KOPPEL", TestKeys.rsa("Koppel"));
    static final As2Side PARTNER = new As2Side("Partner One", TestKeys.rsa("Partner"));
    static final As2Side STRANGER = new As2Side("STRANGER", TestKeys.rsa("Stranger"));

    /** PKCS#12 in Base64. */
    String keystore() {
        try {
            return Base64.getMimeEncoder().encodeToString(Files.readAllBytes(keys.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(keys.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both keys in one PKCS#12 file. */
    String keystoreWith(As2Side other) {
        try {
            KeyStore both = keys.open();
            char[] password = TestKeys.PASSWORD.toCharArray();
            KeyStore second = other.keys().open();
            both.setKeyEntry("other", second.getKey("key", password), password, second.getCertificateChain("key"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            both.store(out, password);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this side has to be told to talk with the other. */
    Map<String, String> settingsFor(As2Side other) {
        return new HashMap<>(Map.of(
                "own.id", id,
                "partner.id", other.id(),
                "keystore", keystore(),
                "keystore.password", TestKeys.PASSWORD,
                "certificate", other.pem()));
    }
}
