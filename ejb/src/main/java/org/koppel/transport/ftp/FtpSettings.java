package org.koppel.transport.ftp;

import java.util.Map;
import org.koppel.transport.UnusableSettingsException;

/** A channel's settings, checked. {@code directory} and {@code fingerprint} are empty when not given. */
record FtpSettings(
        String host, int port, Security security, String user, String password, String directory, String fingerprint) {

    /** How the connection is protected. */
    enum Security {
        /** Not at all: everybody on the way reads the password. */
        NONE(21),
        /** AUTH TLS on the usual port (RFC 4217). */
        EXPLICIT(21),
        /** TLS from the first byte, by old convention on port 990. */
        IMPLICIT(990);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    private static final int LAST_PORT = 65_535;

    /** @throws UnusableSettingsException naming the setting that is missing or wrong */
    static FtpSettings of(Map<String, String> settings) throws UnusableSettingsException {
        Security security = security(settings.getOrDefault("security", "explicit"));
        return new FtpSettings(
                UnusableSettingsException.required(settings, "host"),
                port(settings.getOrDefault("port", Integer.toString(security.port))),
                security,
                UnusableSettingsException.required(settings, "user"),
                UnusableSettingsException.required(settings, "password"),
                settings.getOrDefault("directory", "").strip(),
                settings.getOrDefault("fingerprint", "").strip());
    }

    String place() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "FTP " + place(); // no password in logs
    }

    private static Security security(String text) throws UnusableSettingsException {
        for (Security one : Security.values()) {
            if (one.name().equalsIgnoreCase(text.strip())) {
                return one;
            }
        }
        throw new UnusableSettingsException(
                "BAD_SETTING", "The setting \"security\" is \"" + text + "\"; enter explicit, implicit or none");
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
