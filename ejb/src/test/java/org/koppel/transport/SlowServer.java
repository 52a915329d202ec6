package org.koppel.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes the call and says nothing; or one byte after the other, so that no timeout between two bytes is ever reached. */
public final class SlowServer implements AutoCloseable {
    private static final int MILLIS = 100;

    private final ServerSocket socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final byte[] beginning;
    private final Byte drop;

    private SlowServer(String beginning, Byte drop) throws IOException {
        this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
        this.drop = drop;
        start(this::greet);
    }

    public static SlowServer silent() throws IOException {
        return new SlowServer("", null);
    }

    /** @param beginning is said at once */
    public static SlowServer trickling(String beginning, char drop) throws IOException {
        return new SlowServer(beginning, (byte) drop);
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void greet() {
        while (over.getCount() > 0) {
            try {
                Socket guest = socket.accept();
                guests.add(guest);
                start(() -> talk(guest));
            } catch (IOException e) {
                over.countDown(); // the test is over
            }
        }
    }

    private void talk(Socket guest) {
        try {
            guest.getOutputStream().write(beginning);
            while (!over.await(MILLIS, TimeUnit.MILLISECONDS)) {
                if (drop != null) {
                    guest.getOutputStream().write(drop);
                }
            }
        } catch (IOException | InterruptedException e) {
            guests.remove(guest); // it has gone
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        socket.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
