package org.koppel.transport.sftp;

import java.util.Map;
import org.koppel.transport.Server;
import org.koppel.transport.UnusableSettingsException;

/** A channel's settings, checked. {@code password}, {@code privateKey} and {@code directory} are empty when not given. */
record SftpSettings(Server server, String hostKey, String user, String password, String privateKey, String directory) {
    private static final int PORT = 22;

    /** @throws UnusableSettingsException naming the setting that is missing or wrong */
    static SftpSettings of(Map<String, String> settings) throws UnusableSettingsException {
        SftpSettings all = new SftpSettings(
                Server.of(settings, PORT),
                hostKey(UnusableSettingsException.required(settings, "hostkey")),
                UnusableSettingsException.required(settings, "user"),
                settings.getOrDefault("password", ""),
                settings.getOrDefault("privatekey", "").strip(),
                settings.getOrDefault("directory", "").strip());
        if (all.password.isEmpty() && all.privateKey.isEmpty()) {
            throw new UnusableSettingsException(
                    "MISSING_SETTING",
                    "Neither \"password\" nor \"privatekey\" is given; enter one of them at the channel");
        }
        return all;
    }

    /** The path of a file in the directory of the channel. */
    String path(String name) {
        return directory.isEmpty() || directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    @Override
    public String toString() {
        return "SFTP " + server; // no secret in logs
    }

    private static String hostKey(String text) throws UnusableSettingsException {
        if (!text.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"hostkey\" is no fingerprint; enter what ssh-keygen -l shows: SHA256: and 43 characters");
        }
        return text.replace("=", "");
    }
}
