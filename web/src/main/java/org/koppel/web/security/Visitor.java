package org.koppel.web.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who looks at the console in this request, and how they like it. Filled in by {@link VisitorFilter}. */
@RequestScoped
public class Visitor {
    private String user;
    private String language = "en";
    private String theme = "auto";
    private String address = "/console";

    void arrive(String newLanguage, String newTheme, String newAddress) {
        language = newLanguage;
        theme = newTheme;
        address = newAddress;
    }

    void isKnownAs(String loggedIn) {
        user = loggedIn;
    }

    /** The logged-in user's name; empty on pages that are open to all. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** ISO 639-1, one of the languages of the console. */
    public String language() {
        return language;
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String theme() {
        return theme;
    }

    /** Path and query of this page, to come back to. */
    public String address() {
        return address;
    }
}
