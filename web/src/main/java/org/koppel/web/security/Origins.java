package org.koppel.web.security;

import java.net.URI;
import java.util.Locale;

/**
 * Whether a form post was made by one of our own pages. Browsers say where a post comes from in {@code Origin} and
 * {@code Sec-Fetch-Site}; scripts say nothing and are taken, because they carry no cookie that they were not given.
 */
public final class Origins {
    private Origins() {}

    /**
     * @param origin header {@code Origin}, or null
     * @param fetchSite header {@code Sec-Fetch-Site}, or null
     * @param own the address of the request
     * @param publicUrl the address behind a proxy, or null
     */
    public static boolean sameSite(String origin, String fetchSite, URI own, String publicUrl) {
        if (origin != null) {
            return origin.equalsIgnoreCase(of(own))
                    || publicUrl != null && origin.equalsIgnoreCase(of(URI.create(publicUrl)));
        }
        return fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
    }

    /** Scheme, host and port as browsers write them: without the scheme's own port. */
    public static String of(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port < 0 || scheme.equals("http") && port == 80 || scheme.equals("https") && port == 443;
        return scheme + "://" + address.getHost() + (usual ? "" : ":" + port);
    }
}
