package org.koppel.transport;

import java.util.regex.Pattern;

/** The name of a protocol: {@code mail}, {@code ftp}, {@code http}. */
public record TransportId(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");

    /** @throws IllegalArgumentException when the value is not lower-case letters and digits */
    public TransportId {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a transport id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
