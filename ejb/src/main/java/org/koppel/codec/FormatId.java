package org.koppel.codec;

/** The name of a format and version towards the outside: {@code cxml-1.2}, {@code edifact-d96a}, {@code pdf}. */
public record FormatId(String value) {

    /** @throws IllegalArgumentException when the value is not lower-case letters, digits, points and hyphens */
    public FormatId {
        if (value == null || !value.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
            throw new IllegalArgumentException("Not a format id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
