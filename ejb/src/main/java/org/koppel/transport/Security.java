package org.koppel.transport;

import java.util.Map;

/** How a connection to a partner's server is protected. */
public enum Security {
    /** TLS from the first byte, on a port of its own (IMAP: RFC 8314; FTP: by old convention). */
    IMPLICIT,
    /** TLS on the usual port, agreed before anything else is said, or no connection (IMAP: STARTTLS; FTP: RFC 4217). */
    EXPLICIT,
    /** Not at all: everybody on the way reads the password. */
    NONE;

    /**
     * As the setting {@code security} says.
     *
     * @param usual where the settings say nothing
     * @throws UnusableSettingsException when it is none of these
     */
    public static Security of(Map<String, String> settings, Security usual) throws UnusableSettingsException {
        String text = settings.getOrDefault("security", usual.name());
        for (Security one : values()) {
            if (one.name().equalsIgnoreCase(text.strip())) {
                return one;
            }
        }
        throw new UnusableSettingsException(
                "BAD_SETTING", "The setting \"security\" is \"" + text + "\"; enter implicit, explicit or none");
    }
}
