package org.koppel.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes one certificate. Extended, so that Java does not compare the name of the host as well: the certificate itself was agreed. */
final class PinnedCertificate extends X509ExtendedTrustManager {
    private final byte[] sha256;

    PinnedCertificate(byte[] sha256) {
        this.sha256 = sha256;
    }

    static byte[] fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw e instanceof CertificateException c ? c : new CertificateException("Cannot look at it", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        byte[] shown = fingerprint(chain[0]);
        if (!MessageDigest.isEqual(shown, sha256)) {
            throw new CertificateException("the partner shows another certificate than the one agreed, with the SHA-256"
                    + " fingerprint " + HexFormat.of().formatHex(shown)
                    + "; ask on another way whether it was changed, and only then enter it as \"fingerprint\"");
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
