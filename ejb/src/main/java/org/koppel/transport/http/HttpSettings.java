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
        String user = plain("user", settings.getOrDefault("user", "").strip());
        if (user.contains(":")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"user\" has a colon; RFC 7617 allows none");
        }
        return new HttpSettings(
                address,
                user,
                plain("password", settings.getOrDefault("password", "")),
                token(settings.getOrDefault("token", "").strip()),
                OAuth.of(settings, onLoopback),
                settings.getOrDefault("signing.secret", ""),
                settings.getOrDefault("fingerprint", "").strip(),
                new ClientCertificate(
                        settings.getOrDefault("keystore", "").strip(), settings.getOrDefault("keystore.password", "")));
    }

    /** RFC 7617, 2. */
    private static String plain(String name, String value) throws UnusableSettingsException {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"" + name + "\" has a control character, as the end of a line; RFC 7617 allows none");
        }
        return value;
    }

    /** What a header can carry: Java would quote the whole of another one in its refusal. */
    private static String token(String value) throws UnusableSettingsException {
        if (!value.matches("[\\x21-\\x7e]*")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"token\" has a character that no token has (a space, a letter with an accent, a"
                            + " typographic or an invisible one); copy it once more, as plain text");
        }
        return value;
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
