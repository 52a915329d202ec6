package org.koppel.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.koppel.operations.ConsoleSessions;
import org.koppel.web.view.Texts;

/** Knows every visitor of the console by their cookies, also those who ask for a page that is not there. */
@Provider
@PreMatching
@ApplicationScoped
public class VisitorFilter implements ContainerRequestFilter {
    private static final List<String> THEMES = List.of("auto", "light", "dark");

    @Inject
    private ConsoleSessions sessions;

    @Inject
    private Visitor visitor;

    @Override
    public void filter(ContainerRequestContext request) {
        visitor.arrive(language(request), theme(request), address(request.getUriInfo()));
        sessions.user(cookie(request, ConsoleCookies.SESSION)).ifPresent(visitor::isKnownAs);
    }

    static String cookie(ContainerRequestContext request, String name) {
        Cookie cookie = request.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** The chosen language, else the first of the browser's that the console speaks. */
    static String language(ContainerRequestContext request) {
        String chosen = cookie(request, ConsoleCookies.LANGUAGE);
        if (Texts.LANGUAGES.contains(String.valueOf(chosen))) {
            return chosen;
        }
        return request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }

    static String theme(ContainerRequestContext request) {
        String chosen = cookie(request, ConsoleCookies.THEME);
        return THEMES.contains(String.valueOf(chosen)) ? chosen : "auto";
    }

    static String address(UriInfo uri) {
        URI full = uri.getRequestUri();
        return full.getRawPath() + (full.getRawQuery() == null ? "" : "?" + full.getRawQuery());
    }
}
