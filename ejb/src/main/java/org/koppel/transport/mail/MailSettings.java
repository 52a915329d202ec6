package org.koppel.transport.mail;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who writes to whom: the channel's settings, checked. */
record MailSettings(InternetAddress from, List<InternetAddress> to, List<InternetAddress> cc) {

    /** @throws UnusableMailException when an address is missing or is none; says which setting to change */
    static MailSettings of(Map<String, String> settings, Session session) throws UnusableMailException {
        List<InternetAddress> to = addresses("to", settings.get("to"));
        if (to.isEmpty()) {
            throw new UnusableMailException(
                    "MISSING_SETTING",
                    "The setting \"to\" is empty; enter at least one address, with commas between several");
        }
        String from = settings.getOrDefault("from", session.getProperty("mail.from"));
        List<InternetAddress> senders = addresses("from", from);
        if (senders.size() != 1) {
            throw new UnusableMailException(
                    "MISSING_SETTING",
                    "There is no one address to send from; enter it in the setting \"from\" or in the server's mail session");
        }
        return new MailSettings(senders.get(0), to, addresses("cc", settings.get("cc")));
    }

    Address[] recipients() {
        return Stream.concat(to.stream(), cc.stream()).toArray(Address[]::new);
    }

    String recipientList() {
        return Arrays.stream(recipients()).map(Address::toString).collect(Collectors.joining(", "));
    }

    /** The part of the sender's address behind the @, for ids. */
    String host() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static List<InternetAddress> addresses(String setting, String text) throws UnusableMailException {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        MailHeaders.checked("setting \"" + setting + '"', text);
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            for (InternetAddress one : all) {
                one.validate();
                if (one.isGroup() || one.getAddress().indexOf('@') < 1) {
                    throw new AddressException("Not one person's address", one.getAddress());
                }
            }
            return List.of(all);
        } catch (AddressException e) {
            throw new UnusableMailException(
                    "BAD_ADDRESS",
                    "The setting \"" + setting + "\" holds \"" + text
                            + "\", which is not a list of mail addresses; correct it, with commas between several",
                    e);
        }
    }
}
