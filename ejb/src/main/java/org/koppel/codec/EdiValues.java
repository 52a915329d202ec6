package org.koppel.codec;

import io.xlate.edi.schema.EDISimpleType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.koppel.codec.EdiFault.Kind;

/** Whether the value of an element is of the type and length that its description gives (ISO 9735-1 section 6, X12.6 section 3.5). */
final class EdiValues {
    private static final Pattern DATE = Pattern.compile("(\\d{2}|\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d(\\d{1,2})?)?");

    private final String decimalMarks;

    /** @param decimalMarks the characters that part the decimals from the whole */
    EdiValues(String decimalMarks) {
        this.decimalMarks = decimalMarks;
    }

    /** @param value not empty */
    List<Kind> faults(EDISimpleType type, String value) {
        return switch (type.getBase()) {
            case DATE -> fits(type, value) && isDate(value) ? List.of() : List.of(Kind.BAD_DATE);
            case TIME -> fits(type, value) && TIME.matcher(value).matches() ? List.of() : List.of(Kind.BAD_DATE);
            case NUMERIC -> number(type, value, "");
            case DECIMAL -> number(type, value, decimalMarks);
            default -> faults(type, value.length(), isText(value));
        };
    }

    private static boolean fits(EDISimpleType type, String value) {
        return value.length() >= type.getMinLength() && value.length() <= type.getMaxLength();
    }

    private static List<Kind> faults(EDISimpleType type, int length, boolean characters) {
        Kind wrongLength =
                length > type.getMaxLength() ? Kind.TOO_LONG : length < type.getMinLength() ? Kind.TOO_SHORT : null;
        if (characters) {
            return wrongLength == null ? List.of() : List.of(wrongLength);
        }
        return wrongLength == null ? List.of(Kind.BAD_CHARACTER) : List.of(wrongLength, Kind.BAD_CHARACTER);
    }

    /** Sign, decimal mark and the E of an exponent do not count as length. */
    private static List<Kind> number(EDISimpleType type, String value, String marks) {
        int length = 0;
        boolean decimals = false;
        boolean exponent = false;
        boolean good = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                length++;
            } else if (c == '-') {
                good &= i == 0 || value.charAt(i - 1) == 'E';
            } else if (c == 'E' && !marks.isEmpty()) {
                good &= !exponent;
                exponent = true;
            } else if (marks.indexOf(c) >= 0) {
                good &= !decimals && !exponent;
                decimals = true;
            } else {
                length++;
                good = false;
            }
        }
        return faults(type, length, good);
    }

    /** Control characters belong in no value; blanks that part lines do. */
    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && (c < '\t' || c > '\r') || c == '\u007f') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String value) {
        var parts = DATE.matcher(value);
        if (!parts.matches()) {
            return false;
        }
        int year =
                Integer.parseInt(parts.group(1)); // two digits: a century does not matter but for 29 February of 1900
        try {
            LocalDate.of(
                    year < 100 ? 2000 + year : year,
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
