package org.koppel.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one set of servers: the usual ones, all moved by the same offset. */
public record Ports(int offset) {
    /** System property that moves all ports: {@code -Dkoppel.port-offset=N}. */
    public static final String PROPERTY = "koppel.port-offset";

    private static final int HIGHEST_OFFSET = 65535 - 9990;

    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new CannotStartException(
                    PROPERTY + " must lie between 0 and " + HIGHEST_OFFSET + ", but is " + offset);
        }
    }

    /** The offset of the system property, or the given one when it is not set. */
    public static Ports configured(int otherwise) {
        String text = System.getProperty(PROPERTY, "").strip();
        try {
            return new Ports(text.isEmpty() ? otherwise : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new CannotStartException(PROPERTY + " must be a whole number, but is " + text, e);
        }
    }

    public int http() {
        return 8080 + offset;
    }

    public int https() {
        return 8443 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int database() {
        return 5433 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int ftp() {
        return 2121 + offset;
    }

    public int sftp() {
        return 2222 + offset;
    }

    /** @throws CannotStartException naming the first port that somebody else listens on */
    public void requireFree() {
        all().forEach((use, port) -> {
            if (!isFree(port)) {
                throw new CannotStartException("port " + port + " (" + use
                        + ") is in use. Stop the program that listens there, or move all ports: -D" + PROPERTY + "="
                        + (offset + 100));
            }
        });
    }

    /** What listens where, by the name that messages use. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("HTTP", http());
        ports.put("HTTPS", https());
        ports.put("management", management());
        ports.put("PostgreSQL", database());
        ports.put("SMTP", smtp());
        ports.put("FTP", ftp());
        ports.put("SFTP", sftp());
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that merely waits in TIME_WAIT is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
