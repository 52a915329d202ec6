package org.koppel.codec;

/**
 * One thing that is wrong with a document. {@code code} is stable and upper case ({@code MISSING_FIELD}); {@code location} is
 * the place in the partner's own terms ({@code line 3, UnitPrice/Money}, {@code row 12, column 5}); {@code message} says in
 * English what is wrong and what to do about it.
 */
public record Problem(String code, String location, String message) {

    @Override
    public String toString() {
        return code + " at " + location + ": " + message;
    }
}
