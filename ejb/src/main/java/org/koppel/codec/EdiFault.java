package org.koppel.codec;

/**
 * One thing that is wrong at a place of an EDI message. {@code code} is the Problem's; {@code segment} the place of the segment
 * in its message, counted from 1 at its header; {@code element} and {@code component} are 0 where the fault is not about one;
 * {@code value} is what stands there (may be null); {@code message} says what to do.
 */
public record EdiFault(
        Kind kind, String code, String tag, int segment, int element, int component, String value, String message) {

    /** What is wrong in terms that CONTRL (0085) and 997 (723, 720) can both say. */
    public enum Kind {
        SEGMENT_MISSING,
        SEGMENT_UNEXPECTED,
        SEGMENT_TOO_OFTEN,
        ELEMENT_MISSING,
        ELEMENT_UNEXPECTED,
        TOO_LONG,
        TOO_SHORT,
        BAD_CHARACTER,
        BAD_VALUE,
        BAD_DATE,
        COUNT_WRONG,
        REFERENCE_WRONG,
        DUPLICATE,
        UNSUPPORTED
    }

    /** {@code segment 14 QTY, element 1, component 2}. */
    public String place() {
        StringBuilder place =
                new StringBuilder("segment ").append(segment).append(' ').append(tag);
        if (element > 0) {
            place.append(", element ").append(element);
        }
        if (component > 0) {
            place.append(", component ").append(component);
        }
        return place.toString();
    }
}
