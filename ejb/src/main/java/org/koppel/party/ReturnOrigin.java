package org.koppel.party;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a customer's browsers may be sent back to: scheme, host and port of its procurement system.
 *
 * @param value {@code https://host}, {@code https://host:8443}, or {@code https://host:*} for any port; in lower case
 */
public record ReturnOrigin(String value) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<scheme>https?)://(?<host>[a-z0-9](?:[a-z0-9-]{0,62}\\.?){1,20}|\\[[0-9a-f:.]{2,45}])(?::(?<port>[1-9][0-9]{0,4}|\\*))?(?:[/?#].*)?",
            Pattern.DOTALL);

    private static final int LONGEST = 2_000;
    private static final int MOST_PORTS = 65_535;

    /**
     * The origin of an address that somebody typed: a whole HOOK_URL will do.
     *
     * @param demo whether plain HTTP will do for this very machine
     * @return empty for what is no address of a web server, or not https
     */
    public static Optional<ReturnOrigin> of(String typed, boolean demo) {
        String plain = typed.strip();
        Matcher address = ADDRESS.matcher(plain.toLowerCase(Locale.ROOT));
        if (plain.length() > LONGEST || !address.matches()) {
            return Optional.empty();
        }
        String host = address.group("host");
        String port = address.group("port");
        boolean secure = address.group("scheme").equals("https");
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!secure && !(demo && here) || port != null && !port.equals("*") && Integer.parseInt(port) > MOST_PORTS) {
            return Optional.empty();
        }
        return Optional.of(new ReturnOrigin(address.group("scheme") + "://" + host + (port == null ? "" : ":" + port)));
    }
}
