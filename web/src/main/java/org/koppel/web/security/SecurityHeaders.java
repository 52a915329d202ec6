package org.koppel.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** What browsers are told about our answers. */
public final class SecurityHeaders {
    public static final String POLICY = "Content-Security-Policy";
    /** Pages load from here only, run no inline script, and nobody frames them. */
    public static final String CLOSED =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** As {@link #CLOSED}, but our own pages may frame it. */
    public static final String FRAMED_BY_US =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    /** For contents that others made: shown without scripts, forms, cookies or anything from outside. */
    public static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private SecurityHeaders() {}

    /** Headers of every answer that does not set its own. */
    public static Map<String, String> usual() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(POLICY, CLOSED);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(
                "Referrer-Policy", "same-origin"); // "no-referrer" would make browsers send Origin: null with our forms
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        return headers;
    }
}
