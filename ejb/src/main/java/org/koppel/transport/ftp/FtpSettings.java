package org.koppel.transport.ftp;

import java.util.Map;
import org.koppel.transport.Security;
import org.koppel.transport.Server;
import org.koppel.transport.UnusableSettingsException;

/** A channel's settings, checked. {@code directory} and {@code fingerprint} are empty when not given. */
record FtpSettings(
        Server server, Security security, String user, String password, String directory, String fingerprint) {

    private static final int PORT = 21;
    private static final int IMPLICIT_PORT = 990;

    /** @throws UnusableSettingsException naming the setting that is missing or wrong */
    static FtpSettings of(Map<String, String> settings) throws UnusableSettingsException {
        Security security = Security.of(settings, Security.EXPLICIT);
        return new FtpSettings(
                Server.of(settings, security == Security.IMPLICIT ? IMPLICIT_PORT : PORT),
                security,
                UnusableSettingsException.required(settings, "user"),
                UnusableSettingsException.required(settings, "password"),
                settings.getOrDefault("directory", "").strip(),
                settings.getOrDefault("fingerprint", "").strip());
    }

    @Override
    public String toString() {
        return "FTP " + server; // no password in logs
    }
}
