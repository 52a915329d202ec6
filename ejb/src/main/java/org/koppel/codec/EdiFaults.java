package org.koppel.codec;

import org.koppel.codec.EdiFault.Kind;

/** Says in our words what is wrong with a segment or an element. */
final class EdiFaults {
    /** Of a value that is shown, in characters. */
    private static final int LONGEST_VALUE = 100;

    private EdiFaults() {}

    /** @param position of the segment that came instead */
    static EdiFault missing(String tag, int position) {
        return segment(
                Kind.SEGMENT_MISSING, tag, position, "The segment " + tag + " is missing before this place; send it");
    }

    static EdiFault tooOften(String tag, int position) {
        return segment(
                Kind.SEGMENT_TOO_OFTEN,
                tag,
                position,
                "The segment " + tag + " comes too often here; leave out what is too many");
    }

    static EdiFault unexpected(String tag, int position) {
        return segment(
                Kind.SEGMENT_UNEXPECTED,
                tag,
                position,
                "The segment " + tag + " has no place here; keep to the order of the message's description");
    }

    private static EdiFault segment(Kind kind, String tag, int position, String message) {
        return new EdiFault(kind, kind.name(), tag, position, 0, 0, null, message);
    }

    /** @param value what stands there; may be null or blank */
    static EdiFault element(Kind kind, String tag, int position, int element, int component, String value) {
        return new EdiFault(
                kind,
                code(kind),
                tag,
                position,
                element,
                component,
                shown(value, ""),
                message(kind, shown(value, "…")));
    }

    /** As much of a value as a person needs to find it. */
    private static String shown(String value, String cut) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String plain = value.replace('\0', '?');
        return plain.length() > LONGEST_VALUE ? plain.substring(0, LONGEST_VALUE) + cut : plain;
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case TOO_LONG -> "ELEMENT_TOO_LONG";
            case TOO_SHORT -> "ELEMENT_TOO_SHORT";
            case REFERENCE_WRONG -> "CONTROL_REFERENCE_WRONG";
            case COUNT_WRONG -> "CONTROL_COUNT_WRONG";
            default -> kind.name();
        };
    }

    private static String message(Kind kind, String value) {
        String text = value == null ? "" : " \"" + value + '"';
        return switch (kind) {
            case ELEMENT_MISSING -> "A mandatory value is missing; send it";
            case ELEMENT_UNEXPECTED -> "There are more values than this place takes; leave out what is too many";
            case TOO_LONG -> "The value" + text + " is too long for this place; shorten it";
            case TOO_SHORT -> "The value" + text + " is too short for this place; send all of it";
            case BAD_CHARACTER -> "The value" + text + " has a character that does not belong here; leave it out";
            case BAD_DATE -> "The value" + text + " is no date or time; send one in the agreed form";
            case REFERENCE_WRONG -> "The value" + text + " is not that of the header; send the same in both";
            case COUNT_WRONG -> "The value" + text + " is not what was counted; send it whole, with the right count";
            default -> "The value" + text + " is not allowed here; send one of the standard";
        };
    }
}
