package org.koppel.transport.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.koppel.transport.RecordedSockets;

/**
 * Lays TLS over plain connections that are recorded. Jakarta Mail wraps a socket that it gets from a factory, to time its writes, and lays
 * TLS over it once more where it is wrapped: by this factory then, or by the one of this Java, which knows nothing of agreed certificates.
 */
final class RecordedTls extends SSLSocketFactory {
    private final RecordedSockets plain;
    private final SSLSocketFactory tls;

    RecordedTls(RecordedSockets plain, SSLSocketFactory tls) {
        this.plain = plain;
        this.tls = tls;
    }

    /** Plain: TLS is laid over it when it is connected. */
    @Override
    public Socket createSocket() throws IOException {
        return plain.createSocket();
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(plain.createSocket(host, port), host, port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(plain.createSocket(host, port, local, localPort), host, port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(plain.createSocket(host, port), host.getHostName(), port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(plain.createSocket(host, port, local, localPort), host.getHostName(), port, true);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
