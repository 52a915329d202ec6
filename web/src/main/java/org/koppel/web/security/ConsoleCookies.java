package org.koppel.web.security;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.koppel.operations.ConsoleSessions;

/** The console's cookies: the session, and what a person prefers. None is needed by the shop. */
public final class ConsoleCookies {
    public static final String SESSION = "koppel-console";
    public static final String LANGUAGE = "koppel-language";
    public static final String THEME = "koppel-theme";
    private static final String PATH = "/console";
    private static final Duration YEAR = Duration.ofDays(365);

    private ConsoleCookies() {}

    /** @param secure whether the request came by HTTPS */
    public static NewCookie session(String token, boolean secure) {
        return cookie(SESSION, token, PATH, (int) ConsoleSessions.LIFE.toSeconds(), secure);
    }

    public static NewCookie noSession(boolean secure) {
        return cookie(SESSION, "", PATH, 0, secure);
    }

    public static NewCookie preference(String name, String value, boolean secure) {
        return preference(name, value, PATH, secure);
    }

    static NewCookie preference(String name, String value, String path, boolean secure) {
        return cookie(name, value, path, (int) YEAR.toSeconds(), secure);
    }

    static NewCookie cookie(String name, String value, String path, int seconds, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
