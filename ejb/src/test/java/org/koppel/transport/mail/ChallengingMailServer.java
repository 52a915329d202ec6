package org.koppel.transport.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Refuses every token as Google and Microsoft do: with a challenge that says why, which the client must answer before it is told NO. */
final class ChallengingMailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    ChallengingMailServer() throws IOException {
        Thread thread = new Thread(this::serve, "challenging-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                continue; // the client left, or the test is over
            }
        }
    }

    private static void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "* OK ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String tag = line.split(" ", 2)[0];
            if (line.contains("CAPABILITY")) {
                say(client, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2");
                say(client, tag + " OK done");
            } else if (line.contains("AUTHENTICATE XOAUTH2 ")) {
                say(client, "+ eyJzdGF0dXMiOiI0MDAifQ==");
                in.readLine();
                say(client, tag + " NO AUTHENTICATE failed.");
            } else {
                say(client, tag + " OK bye");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
