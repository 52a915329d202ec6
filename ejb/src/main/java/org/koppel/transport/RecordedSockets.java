package org.koppel.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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
        Socket socket = maker.createSocket();
        all.add(socket);
        return socket;
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

    private Socket recorded(Socket socket) {
        all.add(socket);
        return socket;
    }

    /** From any thread. */
    public void closeAll() {
        for (Socket socket : all) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "Closed a connection that took too long", e);
            }
        }
    }
}
