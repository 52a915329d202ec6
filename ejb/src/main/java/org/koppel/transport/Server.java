package org.koppel.transport;

import java.util.Map;

/** Where a partner's server is, as the settings {@code host} and {@code port} of a channel say. */
public record Server(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /**
     * @param usual the port where the settings name none
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    public static Server of(Map<String, String> settings, int usual) throws UnusableSettingsException {
        String host = UnusableSettingsException.required(settings, "host");
        String text = settings.getOrDefault("port", Integer.toString(usual));
        String plain = text.strip();
        int port = plain.matches("[0-9]{1,5}") ? Integer.parseInt(plain) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"port\" is \"" + text + "\"; enter a number from 1 to 65535");
        }
        return new Server(host, port);
    }

    /** For people: {@code ftp.example:21}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
