package org.koppel.codec;

import java.util.regex.Pattern;

/** The name of a format and version towards the outside: {@code cxml-1.2}, {@code edifact-d96a}, {@code pdf}. */
public record FormatId(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    /** @throws IllegalArgumentException when the value is not lower-case letters, digits, points and hyphens */
    public FormatId {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a format id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
