package org.koppel.transport.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.OAuth;
import org.koppel.transport.UnusableSettingsException;

/**
 * The settings of a mailbox, checked. {@code fingerprint} is empty when not given, {@code password} where a token of {@code oauth} stands for it;
 * {@code senders} are addresses and {@code @domains}, in lower case.
 */
record ImapSettings(
        String host,
        int port,
        Security security,
        String fingerprint,
        String user,
        String password,
        String mailbox,
        List<String> senders,
        Optional<OAuth> oauth) {

    /** How the connection is protected. */
    enum Security {
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT(993),
        /** STARTTLS, or no connection. */
        EXPLICIT(143),
        /** Not at all: everybody on the way reads the password. */
        NONE(143);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    private static final int LAST_PORT = 65_535;

    /**
     * @param onLoopback whether a token may be asked for by plain HTTP, as in the demo
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    static ImapSettings of(Map<String, String> settings, boolean onLoopback) throws UnusableSettingsException {
        Optional<OAuth> oauth = OAuth.of(settings, onLoopback);
        Security security = security(settings.getOrDefault("security", "implicit"));
        return new ImapSettings(
                UnusableSettingsException.required(settings, "host"),
                port(settings.getOrDefault("port", Integer.toString(security.port))),
                security,
                settings.getOrDefault("fingerprint", "").strip(),
                UnusableSettingsException.required(settings, "user"),
                oauth.isPresent() ? "" : UnusableSettingsException.required(settings, "password"),
                settings.getOrDefault("mailbox", "INBOX").strip(),
                senders(UnusableSettingsException.required(settings, "senders")),
                oauth);
    }

    static List<String> senders(String text) {
        return Arrays.stream(text.split(","))
                .map(s -> s.strip().toLowerCase(Locale.ROOT))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** Whether mail of this author is taken: his address is named, or his domain with an @ before it. */
    static boolean isWelcome(List<String> senders, String address) {
        String plain = address.toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        return at > 0 && (senders.contains(plain) || senders.contains(plain.substring(at)));
    }

    String place() {
        return host + ":" + port + "/" + mailbox;
    }

    @Override
    public String toString() {
        return "IMAP " + place(); // no password in logs
    }

    private static Security security(String text) throws UnusableSettingsException {
        for (Security one : Security.values()) {
            if (one.name().equalsIgnoreCase(text.strip())) {
                return one;
            }
        }
        throw new UnusableSettingsException(
                "BAD_SETTING", "The setting \"security\" is \"" + text + "\"; enter implicit, explicit or none");
    }

    private static int port(String text) throws UnusableSettingsException {
        String plain = text.strip();
        int port = plain.matches("[0-9]{1,5}") ? Integer.parseInt(plain) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"port\" is \"" + text + "\"; enter a number from 1 to 65535");
        }
        return port;
    }
}
