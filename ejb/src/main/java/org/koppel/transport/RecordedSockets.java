package org.koppel.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * Sockets, all of which can be closed from another thread: whoever waits on one fails at once. The client itself cannot be
 * closed that way, because it forgets its socket while another thread still uses it.
 */
public final class RecordedSockets extends SocketFactory {
    private static final System.Logger LOG = System.getLogger(RecordedSockets.class.getName());
    private final List<Socket> all = new CopyOnWriteArrayList<>();
    private final SocketFactory maker;
    private volatile boolean closed;

    /** Plain ones. */
    public RecordedSockets() {
        this(SocketFactory.getDefault());
    }

    /** @param maker of the sockets that are recorded */
    public RecordedSockets(SocketFactory maker) {
        this.maker = maker;
    }

    @Override
    public Socket createSocket() throws IOException {
        return recorded(maker.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return recorded(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return recorded(maker.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return recorded(maker.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return recorded(maker.createSocket(host, port, local, localPort));
    }

    private Socket recorded(Socket socket) throws IOException {
        all.add(socket);
        if (closed) {
            abort(socket);
            throw new SocketException("The visit was broken off");
        }
        return socket;
    }

    /** From any thread; no further socket is made. */
    public void closeAll() {
        closed = true;
        all.forEach(RecordedSockets::abort);
    }

    /** Without lingering: a goodbye by TLS would wait for a thread that is stuck in writing, and the other side must not take it for the end of a file. */
    private static void abort(Socket socket) {
        if (socket.isClosed()) {
            return;
        }
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closed a connection that took too long", e);
        }
    }
}
