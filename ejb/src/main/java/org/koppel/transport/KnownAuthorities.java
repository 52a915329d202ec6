package org.koppel.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes what the authorities of this Java vouch for, of the host that was called; says of any other certificate what to do. */
final class KnownAuthorities extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager java;

    KnownAuthorities(X509ExtendedTrustManager java) {
        this.java = java;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw explained(chain, type, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw explained(chain, type, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw explained(chain, type, e);
        }
    }

    private CertificateException explained(X509Certificate[] chain, String type, CertificateException e)
            throws CertificateException {
        X509Certificate shown = chain[0];
        String words = "its certificate (" + shown.getSubjectX500Principal().getName() + ", until "
                + shown.getNotAfter().toInstant() + ", SHA-256 fingerprint "
                + HexFormat.of().formatHex(PinnedCertificate.fingerprint(shown)) + ") ";
        if (!isGoodNow(shown)) {
            return new CertificateException(words + "is not good now; the partner has to renew it", e);
        }
        if (isVouchedFor(chain, type)) {
            return new CertificateException(
                    words + "is of another host (" + e.getMessage()
                            + "); correct the host, or enter the fingerprint as \"fingerprint\" once the partner has"
                            + " confirmed it on another way",
                    e);
        }
        return new CertificateException(
                words + "is of no authority that this server knows; have the partner confirm the fingerprint on another"
                        + " way and enter it as \"fingerprint\"",
                e);
    }

    private static boolean isGoodNow(X509Certificate shown) {
        try {
            shown.checkValidity();
            return true;
        } catch (CertificateException e) { // which is the answer
            return false;
        }
    }

    /** Whether only the name of the host was wrong. */
    private boolean isVouchedFor(X509Certificate[] chain, String type) {
        try {
            java.checkServerTrusted(chain, type);
            return true;
        } catch (CertificateException e) { // which is the answer
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        java.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        java.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }
}
