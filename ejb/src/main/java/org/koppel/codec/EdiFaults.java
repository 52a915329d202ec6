package org.koppel.codec;

import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import org.koppel.codec.EdiFault.Kind;

/** Says in our words what is wrong with a segment or an element. */
final class EdiFaults {
    /** Of a value that is shown, in characters. */
    private static final int LONGEST_VALUE = 100;

    private EdiFaults() {}

    /** Of a header or trailer, which the parser checks. */
    static EdiFault segment(EDIStreamReader reader, int position) {
        String tag = reader.getText();
        return switch (reader.getErrorType()) {
            case MANDATORY_SEGMENT_MISSING, CONDITIONAL_REQUIRED_SEGMENT_MISSING -> missing(tag, position);
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES, SEGMENT_EXCEEDS_MAXIMUM_USE -> tooOften(tag, position);
            default -> unexpected(tag, position);
        };
    }

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

    /** Of a header or trailer, which the parser checks. */
    static EdiFault element(EDIStreamReader reader, int position) {
        Location at = reader.getLocation();
        return element(
                kind(reader.getErrorType()),
                at.getSegmentTag(),
                position,
                at.getElementPosition(),
                Math.max(at.getComponentPosition(), 0),
                text(reader));
    }

    /** Of an element that is missing or too many the parser may have no value, and breaks when it is asked for one. */
    private static String text(EDIStreamReader reader) {
        return reader.getEventType() == EDIStreamEvent.ELEMENT_DATA_ERROR ? reader.getText() : null;
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

    private static Kind kind(EDIStreamValidationError error) {
        return switch (error) {
            case REQUIRED_DATA_ELEMENT_MISSING, CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING -> Kind.ELEMENT_MISSING;
            case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS, EXCLUSION_CONDITION_VIOLATED ->
                Kind.ELEMENT_UNEXPECTED;
            case DATA_ELEMENT_TOO_LONG -> Kind.TOO_LONG;
            case DATA_ELEMENT_TOO_SHORT -> Kind.TOO_SHORT;
            case INVALID_CHARACTER_DATA -> Kind.BAD_CHARACTER;
            case INVALID_DATE, INVALID_TIME -> Kind.BAD_DATE;
            case CONTROL_REFERENCE_MISMATCH -> Kind.REFERENCE_WRONG;
            case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> Kind.COUNT_WRONG;
            default -> Kind.BAD_VALUE;
        };
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
