package org.koppel.transport.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.koppel.transport.UnusableSettingsException;

/** The key and certificate that Koppel shows to a partner (mutual TLS): a PKCS#12 file in Base64, and its password. */
record ClientCertificate(String pkcs12, String password) {

    boolean isGiven() {
        return !pkcs12.isEmpty();
    }

    /** @throws UnusableSettingsException when the file cannot be opened, holds no key, or its certificate is not valid then */
    KeyManager[] keys(Instant now) throws UnusableSettingsException, GeneralSecurityException {
        if (!isGiven()) {
            return new KeyManager[0];
        }
        KeyStore store = open(password.toCharArray());
        requireValid(certificate(store), now);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        return factory.getKeyManagers();
    }

    /** When the certificate ends. @throws UnusableSettingsException when the file cannot be opened or holds no key */
    Instant end() throws UnusableSettingsException, GeneralSecurityException {
        return certificate(open(password.toCharArray())).getNotAfter().toInstant();
    }

    private static X509Certificate certificate(KeyStore store) throws UnusableSettingsException, KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new UnusableSettingsException(
                "BAD_SETTING", "The setting \"keystore\" holds no key with a certificate; enter another PKCS#12 file");
    }

    private KeyStore open(char[] secret) throws UnusableSettingsException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            byte[] file = Base64.getMimeDecoder().decode(pkcs12);
            store.load(new ByteArrayInputStream(file), secret);
            return store;
        } catch (IOException | IllegalArgumentException e) { // from memory: what cannot be opened is no such file
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"keystore\" cannot be opened with \"keystore.password\"; enter a PKCS#12 file in Base64"
                            + " (openssl base64 -in client.p12) and its password");
        }
    }

    private static void requireValid(X509Certificate certificate, Instant now) throws UnusableSettingsException {
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw new UnusableSettingsException(
                    "CERTIFICATE_EXPIRED",
                    "The certificate of the setting \"keystore\" is good from "
                            + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + "; enter a newer one");
        }
    }

    @Override
    public String toString() {
        return isGiven() ? "a client certificate" : "no client certificate";
    }
}
