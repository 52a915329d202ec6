package org.koppel.transport.as2;

import java.util.Map;
import org.koppel.transport.Arrival;
import org.koppel.transport.ReceptionRefusedException;
import org.koppel.transport.UnusableSettingsException;

/** Who sends to whom: AS2 names, whose case counts (RFC 4130, 6.2). */
record As2Names(String from, String to) {
    /** RFC 4130, 6.2: 1 to 128 printable ASCII characters. */
    private static final String NAME = "[\\x20-\\x7e]{1,128}";

    /** @param who sends: our name stands in {@code own.id}, the partner's in {@code partner.id} */
    static As2Names ours(Map<String, String> settings) throws UnusableSettingsException {
        As2Names names = new As2Names(name(settings, "own.id"), name(settings, "partner.id"));
        if (names.from().equals(names.to())) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The settings \"own.id\" and \"partner.id\" are the same; correct one of them");
        }
        return names;
    }

    private static String name(Map<String, String> settings, String setting) throws UnusableSettingsException {
        String name = UnusableSettingsException.required(settings, setting);
        if (!name.matches(NAME)) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"" + setting + "\" is no AS2 name; enter 1 to 128 ASCII characters");
        }
        return name;
    }

    /** @throws ReceptionRefusedException when a name is missing or cannot be one */
    static As2Names of(Arrival arrival) throws ReceptionRefusedException {
        As2Names names = new As2Names(plain(arrival.header("as2-from")), plain(arrival.header("as2-to")));
        if (!names.from().matches(NAME) || !names.to().matches(NAME)) {
            throw new ReceptionRefusedException(
                    As2Reception.NO_AS2, "This is no AS2 message: AS2-From or AS2-To is missing (RFC 4130, 6.2)");
        }
        return names;
    }

    private static String plain(String header) {
        boolean quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1).replaceAll("\\\\(.)", "$1") : header;
    }

    As2Names reversed() {
        return new As2Names(to, from);
    }

    /** As headers have it: quoted where a space or a quote needs it. */
    static String header(String name) {
        return name.matches("[^\\s\"\\\\]+") ? name : '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
