package org.koppel.party;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.koppel.party.ReturnAddressRefusedException.Reason;

/**
 * The rules for an address a browser is sent back to. Everything not plainly allowed is refused; only the query may be written loosely. What
 * {@link #check} returns is what was judged, and the only spelling that may be used.
 */
final class ReturnAddress {
    private static final int MAX_LENGTH = 8000;
    /** What RFC 3986 allows in an address, less quotes: an address travels through HTML and header fields. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/?\\[\\]@!$&()*+,;=%-]+");

    private static final Pattern SIMULATOR =
            Pattern.compile("/console/simulator/[A-Za-z0-9_-]{20,60}/return(\\?sid=[a-z0-9]{1,20})?");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ReturnAddress() {}

    static URI check(String address, List<String> allowedOrigins, boolean demo) {
        if (address == null || address.isBlank()) {
            throw refused(Reason.MISSING, "The return address is missing: send HOOK_URL or BrowserFormPost.");
        }
        URI uri = parse(strict(address.strip()));
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean loopback = LOOPBACK.contains(host);
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback && demo)) {
            throw refused(Reason.INSECURE, "The return address must begin with https://.");
        }
        if (loopback && !demo) {
            throw refused(Reason.FOREIGN, "The return address points to this very machine; give a public host name.");
        }
        if (allowedOrigins.stream().noneMatch(o -> matches(o, scheme, host, port(uri.getPort(), scheme)))) {
            throw refused(
                    Reason.FOREIGN,
                    "The return address is on a host that is not agreed: ask the supplier to add " + scheme + "://"
                            + host + " to the allowed origins, or mend the address.");
        }
        return uri;
    }

    /**
     * Whether it is the console's simulator at this installation's own agreed address: what is posted there is taken only from
     * the person who is logged in and began that very simulation, so no customer has to agree to it.
     */
    static boolean isSimulator(String address, Optional<String> publicUrl) {
        String own = publicUrl.map(url -> url.replaceAll("/+$", "")).orElse("");
        return address != null
                && own.startsWith("https://")
                && address.startsWith(own)
                && SIMULATOR.matcher(address.substring(own.length())).matches();
    }

    private static String strict(String address) {
        if (address.length() > MAX_LENGTH) {
            throw refused(
                    Reason.TOO_LONG,
                    "The return address is longer than " + MAX_LENGTH + " characters; send a shorter one.");
        }
        return LooseAddress.strict(address).orElseThrow(ReturnAddress::malformed);
    }

    private static URI parse(String address) {
        if (!PLAIN.matcher(address).matches() || BROKEN_ESCAPE.matcher(address).find()) {
            throw malformed();
        }
        try {
            URI uri = new URI(address).parseServerAuthority();
            boolean web = uri.isAbsolute() && !uri.isOpaque() && uri.getHost() != null;
            if (!web || uri.getRawUserInfo() != null || uri.getPort() == 0 || uri.getPort() > 65535) {
                throw malformed();
            }
            return uri;
        } catch (URISyntaxException e) {
            ReturnAddressRefusedException refused = malformed();
            refused.initCause(e);
            throw refused;
        }
    }

    /** An origin is {@code scheme://host[:port]}; the port {@code *} stands for any, none for the scheme's own. */
    private static boolean matches(String origin, String scheme, String host, int port) {
        int slashes = origin.indexOf("://");
        if (slashes < 0 || !origin.substring(0, slashes).equalsIgnoreCase(scheme)) {
            return false;
        }
        String authority = origin.substring(slashes + 3);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String allowedHost = hasPort ? authority.substring(0, colon) : authority;
        String allowedPort = hasPort ? authority.substring(colon + 1) : String.valueOf(port(-1, scheme));
        return allowedHost.equalsIgnoreCase(host)
                && (allowedPort.equals("*") || allowedPort.equals(String.valueOf(port)));
    }

    private static int port(int port, String scheme) {
        return port >= 0 ? port : scheme.equals("https") ? 443 : 80;
    }

    private static ReturnAddressRefusedException malformed() {
        return refused(
                Reason.MALFORMED,
                "The return address is no plain web address: give https://host/path, without user name, backslashes and"
                        + " control characters, and before a question mark without quotes, blanks and accents.");
    }

    private static ReturnAddressRefusedException refused(Reason reason, String message) {
        return new ReturnAddressRefusedException(reason, message);
    }
}
