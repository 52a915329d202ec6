package org.koppel.transport.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.koppel.transport.RecordedSockets;

/**
 * The plain connections of a mail session that all attempts share: those that a thread asks for while it makes an attempt can be closed
 * from outside, together and no others.
 */
final class AttemptSockets extends SocketFactory {
    private final ThreadLocal<RecordedSockets> attempt = new ThreadLocal<>();

    /** From now on those of this thread are recorded. */
    RecordedSockets begin() {
        RecordedSockets sockets = new RecordedSockets();
        attempt.set(sockets);
        return sockets;
    }

    void end() {
        attempt.remove();
    }

    private SocketFactory current() {
        RecordedSockets sockets = attempt.get();
        return sockets == null ? SocketFactory.getDefault() : sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return current().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return current().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return current().createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return current().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return current().createSocket(host, port, local, localPort);
    }
}
