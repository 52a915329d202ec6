package org.koppel.transport.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.transport.Security;
import org.koppel.transport.Server;
import org.koppel.transport.UnusableSettingsException;

/** The settings of a mailbox, checked. {@code fingerprint} is empty when not given; {@code senders} are addresses and {@code @domains}, in lower case. */
record ImapSettings(
        Server server,
        Security security,
        String fingerprint,
        String user,
        String password,
        String mailbox,
        List<String> senders) {

    private static final int PORT = 143;
    private static final int IMPLICIT_PORT = 993;

    /** @throws UnusableSettingsException naming the setting that is missing or wrong */
    static ImapSettings of(Map<String, String> settings) throws UnusableSettingsException {
        Security security = Security.of(settings, Security.IMPLICIT);
        return new ImapSettings(
                Server.of(settings, security == Security.IMPLICIT ? IMPLICIT_PORT : PORT),
                security,
                settings.getOrDefault("fingerprint", "").strip(),
                UnusableSettingsException.required(settings, "user"),
                UnusableSettingsException.required(settings, "password"),
                settings.getOrDefault("mailbox", "INBOX").strip(),
                senders(UnusableSettingsException.required(settings, "senders")));
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
