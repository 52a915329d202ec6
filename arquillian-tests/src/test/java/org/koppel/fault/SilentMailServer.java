package org.koppel.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that takes every call and never says a word. */
final class SilentMailServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final Thread thread;
    private final Queue<Socket> calls = new ConcurrentLinkedQueue<>();

    SilentMailServer(int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        thread = new Thread(this::listen, "silent-mail");
        thread.setDaemon(true);
        thread.start();
    }

    int callers() {
        return calls.size();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                calls.add(socket.accept());
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        thread.join(); // the port is free when nobody waits at it any more
        for (Socket call : calls) {
            call.close();
        }
    }
}
