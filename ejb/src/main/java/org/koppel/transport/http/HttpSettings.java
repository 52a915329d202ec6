package org.koppel.transport.http;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.OAuth;
import org.koppel.transport.PartnerAddress;
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
        URI address = PartnerAddress.of("url", UnusableSettingsException.required(settings, "url"), onLoopback);
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
                OAuth.of(settings, onLoopback),
                settings.getOrDefault("signing.secret", ""),
                settings.getOrDefault("fingerprint", "").strip(),
                new ClientCertificate(
                        settings.getOrDefault("keystore", "").strip(), settings.getOrDefault("keystore.password", "")));
    }

    @Override
    public String toString() {
        return "HTTP " + address; // no secrets in logs
    }

    /** @throws UnusableSettingsException when an address leads to the inside of this machine or network */
    void requireForeign(boolean onLoopback) throws UnusableSettingsException, UnknownHostException {
        PartnerAddress.requireForeign("url", address, onLoopback);
        if (oauth.isPresent()) {
            PartnerAddress.requireForeign(OAuth.URL, oauth.get().address(), onLoopback);
        }
    }
}
