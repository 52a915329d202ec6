package org.koppel.transport.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.UnusableSettingsException;

/** A channel's settings, checked. What was not given is empty. */
record HttpSettings(
        URI address,
        String user,
        String password,
        String token,
        Optional<OAuth> oauth,
        String signingSecret,
        String fingerprint,
        ClientCertificate certificate) {

    /**
     * @param onLoopback whether addresses of this machine and plain HTTP are allowed, as in the demo
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    static HttpSettings of(Map<String, String> settings, boolean onLoopback) throws UnusableSettingsException {
        URI address = address("url", UnusableSettingsException.required(settings, "url"), onLoopback);
        String user = settings.getOrDefault("user", "").strip();
        if (user.contains(":") || user.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"user\" has a colon; RFC 7617 allows none");
        }
        return new HttpSettings(
                address,
                user,
                settings.getOrDefault("password", ""),
                settings.getOrDefault("token", "").strip(),
                oauth(settings, onLoopback),
                settings.getOrDefault("signing.secret", ""),
                settings.getOrDefault("fingerprint", "").strip(),
                new ClientCertificate(
                        settings.getOrDefault("keystore", "").strip(), settings.getOrDefault("keystore.password", "")));
    }

    private static Optional<OAuth> oauth(Map<String, String> settings, boolean onLoopback)
            throws UnusableSettingsException {
        String url = settings.getOrDefault("oauth.url", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OAuth(
                address("oauth.url", url, onLoopback),
                UnusableSettingsException.required(settings, "oauth.client"),
                UnusableSettingsException.required(settings, "oauth.secret"),
                settings.getOrDefault("oauth.scope", "").strip()));
    }

    @Override
    public String toString() {
        return "HTTP " + address; // no secrets in logs
    }

    /**
     * Koppel must not be led to the inside of its own network's machines: loopback, link-local and multicast addresses are
     * refused. Private networks are allowed, because partners are reached through tunnels.
     */
    void requireForeign(boolean onLoopback) throws UnusableSettingsException, UnknownHostException {
        requireForeign("url", address, onLoopback);
        if (oauth.isPresent()) {
            requireForeign("oauth.url", oauth.get().address(), onLoopback);
        }
    }

    private static void requireForeign(String setting, URI address, boolean onLoopback)
            throws UnusableSettingsException, UnknownHostException {
        for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
            boolean inside = one.isLoopbackAddress() && !onLoopback
                    || one.isAnyLocalAddress()
                    || one.isLinkLocalAddress()
                    || one.isMulticastAddress();
            if (inside) {
                throw new UnusableSettingsException(
                        "FORBIDDEN_ADDRESS",
                        "The setting \"" + setting + "\" leads to " + one.getHostAddress()
                                + ", which is no address of a partner; correct it");
            }
        }
    }

    private static URI address(String setting, String text, boolean onLoopback) throws UnusableSettingsException {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            boolean known = scheme.equalsIgnoreCase("https") || onLoopback && scheme.equalsIgnoreCase("http");
            if (known && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw unusable(setting, text); // the text says it all
        }
        throw unusable(setting, text);
    }

    private static UnusableSettingsException unusable(String setting, String text) {
        return new UnusableSettingsException(
                "BAD_SETTING",
                "The setting \"" + setting + "\" is \"" + text
                        + "\"; enter a whole address that begins with https:// and has no user name in it");
    }
}
