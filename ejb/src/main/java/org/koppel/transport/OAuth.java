package org.koppel.transport;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a token is asked for (RFC 6749, 4.4): the address that gives tokens, and the client that was registered there. */
public record OAuth(URI address, String client, String secret, String scope) {
    /** The setting that holds the address; without it no token is asked for. */
    public static final String URL = "oauth.url";

    private static final String CLIENT = "oauth.client";
    private static final String SECRET = "oauth.secret";
    private static final String SCOPE = "oauth.scope";

    /** What a channel or a way in has to say; none is needed. */
    public static List<Setting> settings() {
        return List.of(
                new Setting(URL, false, false),
                new Setting(CLIENT, false, false),
                new Setting(SECRET, false, true),
                new Setting(SCOPE, false, false));
    }

    /**
     * What the settings say; empty where they have no address of tokens.
     *
     * @param onLoopback whether plain HTTP is allowed, as in the demo
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    public static Optional<OAuth> of(Map<String, String> settings, boolean onLoopback)
            throws UnusableSettingsException {
        String url = settings.getOrDefault(URL, "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OAuth(
                PartnerAddress.of(URL, url, onLoopback),
                UnusableSettingsException.required(settings, CLIENT),
                UnusableSettingsException.required(settings, SECRET),
                settings.getOrDefault(SCOPE, "").strip()));
    }

    @Override
    public String toString() {
        return "OAuth client " + client + " at " + address; // no secret in logs
    }
}
