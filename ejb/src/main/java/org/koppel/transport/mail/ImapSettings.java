package org.koppel.transport.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.OAuth;
import org.koppel.transport.Security;
import org.koppel.transport.Server;
import org.koppel.transport.UnusableSettingsException;

/**
 * The settings of a mailbox, checked. {@code fingerprint} is empty when not given, {@code password} where a token of {@code oauth} stands for it;
 * {@code senders} are addresses and {@code @domains}, in lower case.
 */
record ImapSettings(
        Server server,
        Security security,
        String fingerprint,
        String user,
        String password,
        String mailbox,
        List<String> senders,
        Optional<OAuth> oauth) {

    private static final int PORT = 143;
    private static final int IMPLICIT_PORT = 993;

    /**
     * @param onLoopback whether a token may be asked for by plain HTTP, as in the demo
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    static ImapSettings of(Map<String, String> settings, boolean onLoopback) throws UnusableSettingsException {
        Optional<OAuth> oauth = OAuth.of(settings, onLoopback);
        Security security = Security.of(settings, Security.IMPLICIT);
        return new ImapSettings(
                Server.of(settings, security == Security.IMPLICIT ? IMPLICIT_PORT : PORT),
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
        return server + "/" + mailbox;
    }

    @Override
    public String toString() {
        return "IMAP " + place(); // no password in logs
    }
}
