package org.koppel.punchout.oci;

/** A dialect that cannot be read or cannot work; the message names the place and what is wrong there. */
public class DialectRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String place;

    DialectRefusedException(String place, String message, Throwable cause) {
        super(place.isEmpty() ? message : place + ": " + message, cause);
        this.place = place;
    }

    DialectRefusedException(String place, String message) {
        this(place, message, null);
    }

    /** Such as {@code fields[3].length}; empty where the whole is meant. */
    public String place() {
        return place;
    }
}
