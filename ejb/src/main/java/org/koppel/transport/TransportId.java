package org.koppel.transport;

/** The name of a protocol: {@code mail}, {@code ftp}, {@code http}. */
public record TransportId(String value) {

    /** @throws IllegalArgumentException when the value is not lower-case letters and digits */
    public TransportId {
        if (value == null || !value.matches("[a-z][a-z0-9]{0,19}")) {
            throw new IllegalArgumentException("Not a transport id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
