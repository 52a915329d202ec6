package org.koppel.transport.ftp;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * Believes data connections only by the certificate of the control connection. The library compares the name of the host on that one
 * alone, and the address of a data connection is whatever was answered: anybody with a certificate of a known authority could take part.
 */
final class OneServerClient extends FTPSClient {

    OneServerClient(boolean implicit, SSLContext tls) {
        super(implicit, tls);
    }

    /** After the handshake, before a byte of a file goes or comes. */
    @Override
    protected Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket data = super._openDataConnection_(command, argument);
        if (data == null) {
            return null; // refused by the server, whose answer says why
        }
        X509Certificate shown = certificate(data);
        if (!shown.equals(certificate(_socket_))) {
            data.close();
            throw new SSLPeerUnverifiedException("the connection for the file shows another certificate ("
                    + shown.getSubjectX500Principal().getName() + ") than the one of the login; ask the partner,"
                    + " whose server has to show the same on both");
        }
        return data;
    }

    private static X509Certificate certificate(Socket socket) throws SSLPeerUnverifiedException {
        if (socket instanceof SSLSocket secure) {
            Certificate first = secure.getSession().getPeerCertificates()[0];
            if (first instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new SSLPeerUnverifiedException("the server shows no certificate");
    }
}
