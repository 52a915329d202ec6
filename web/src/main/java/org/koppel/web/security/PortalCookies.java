package org.koppel.web.security;

import jakarta.ws.rs.core.NewCookie;
import org.koppel.operations.portal.PortalSessions;

/** The cookies of the customers' own pages. Language and display have the console's names, on their own path. */
public final class PortalCookies {
    public static final String SESSION = "koppel-portal";
    private static final String PATH = "/portal";

    private PortalCookies() {}

    /** @param secure whether the request came by HTTPS */
    public static NewCookie session(String token, boolean secure) {
        return ConsoleCookies.cookie(SESSION, token, PATH, (int) PortalSessions.LIFE.toSeconds(), secure);
    }

    public static NewCookie noSession(boolean secure) {
        return ConsoleCookies.cookie(SESSION, "", PATH, 0, secure);
    }

    public static NewCookie preference(String name, String value, boolean secure) {
        return ConsoleCookies.preference(name, value, PATH, secure);
    }
}
