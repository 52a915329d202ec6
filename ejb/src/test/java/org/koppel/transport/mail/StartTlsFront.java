package org.koppel.transport.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.koppel.transport.TestKeys;

/**
 * Stands before a real mail server that knows no STARTTLS: agrees on it (RFC 3207; RFC 3501, 6.2.1), then lets everything through to
 * the server.
 */
final class StartTlsFront implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final boolean imap;
    private final int behind;
    private final SSLContext tls;

    StartTlsFront(boolean imap, int behind, TestKeys keys) throws IOException, GeneralSecurityException {
        this.imap = imap;
        this.behind = behind;
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys.open(), TestKeys.PASSWORD.toCharArray());
        tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        start(this::greet);
    }

    int port() {
        return door.getLocalPort();
    }

    private void greet() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                start(() -> talk(guest));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void talk(Socket guest) {
        try (guest) {
            say(guest, imap ? "* OK ready" : "220 ready");
            String line = line(guest.getInputStream());
            while (!line.toUpperCase(Locale.ROOT).contains("STARTTLS")) {
                answer(guest, line);
                line = line(guest.getInputStream());
            }
            say(guest, imap ? line.split(" ")[0] + " OK begin" : "220 begin");
            SSLSocket inside = (SSLSocket) tls.getSocketFactory().createSocket(guest, null, guest.getPort(), true);
            inside.setUseClientMode(false);
            through(inside);
        } catch (IOException e) {
            return; // it does not believe us, or has gone
        }
    }

    private void answer(Socket guest, String line) throws IOException {
        if (imap) {
            say(guest, "* CAPABILITY IMAP4rev1 STARTTLS");
            say(guest, line.split(" ")[0] + " OK done");
        } else {
            say(guest, "250-front");
            say(guest, "250 STARTTLS");
        }
    }

    private void through(SSLSocket guest) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            line(server.getInputStream()); // its greeting, which was said already
            Thread back = start(() -> copy(server, guest));
            copy(guest, server);
            back.interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // one of them hung up
        }
    }

    /** Byte by byte: what follows is not ours. */
    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("hung up");
            }
            text.append((char) c);
        }
        return text.toString().strip();
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "starttls-front");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
