package org.koppel.codec;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a format and version towards the outside: {@code cxml-1.2}, {@code edifact-d96a}, {@code pdf}. Other names of the same format are understood
 * wherever partners say one: {@code cebeoxml} is {@code cebeo-xml-2}, {@code koppelxml-1} is {@code koppel-xml}.
 */
public record FormatId(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private static final Map<String, String> OTHER_NAMES =
            Map.of("cebeoxml", "cebeo-xml-2", "koppelxml-1", "koppel-xml");

    /** @throws IllegalArgumentException when the value is not lower-case letters, digits, points and hyphens */
    public FormatId {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a format id: " + value);
        }
        value = OTHER_NAMES.getOrDefault(value, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
