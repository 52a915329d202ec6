package org.koppel.transport.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told: a reply per command ({@code GREETING}, {@code RCPT}, {@code DATA} …), 250 otherwise.
 * For refusals that GreenMail, which takes everything, does not know.
 */
final class RefusingMailServer implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> replies;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    RefusingMailServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
        Thread thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every command line it was sent, in order. */
    List<String> commands() {
        return commands;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client went away, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        say(out, replies.getOrDefault("GREETING", "220 ready"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String reply = replies.getOrDefault(verb, verb.equals("DATA") ? "354 go ahead" : "250 fine");
            if (reply.equals("HANG UP")) {
                return;
            }
            say(out, reply);
            if (verb.equals("DATA") && reply.startsWith("354")) {
                while (!".".equals(in.readLine())) {
                    // the mail itself is not looked at
                }
                say(out, replies.getOrDefault("END", "250 taken"));
            }
        }
    }

    private static void say(Writer out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
