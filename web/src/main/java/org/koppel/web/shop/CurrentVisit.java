package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.koppel.punchout.Visit;

/** The visit whose token is in the request's path. */
@RequestScoped
public class CurrentVisit {
    private Visit visit;
    private String base;
    private Integer cartLines;

    void begin(Visit found, String shopBase) {
        visit = found;
        base = shopBase;
    }

    /** As many as there are from here on in this request. */
    void countedLines(int lines) {
        cartLines = lines;
    }

    /** How many lines the open cart has; empty where this request may change that. */
    Optional<Integer> cartLines() {
        return Optional.ofNullable(cartLines);
    }

    /** @throws IllegalStateException outside a visit, which the filter rules out for resources */
    public Visit get() {
        return known().orElseThrow(() -> new IllegalStateException("No visit"));
    }

    public Optional<Visit> known() {
        return Optional.ofNullable(visit);
    }

    /** Path of the visit's shop, ending in a slash. */
    public String base() {
        return base;
    }
}
