package org.koppel.codec.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.koppel.codec.DecimalMark;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.RowAgreements;
import org.koppel.codec.UnitReading;
import org.koppel.shared.Units;

/**
 * How a partner writes numbers, days and units where the file has them as text. Options: {@code csv.decimal} ({@code ,} or {@code .};
 * without it either, unless the number is {@linkplain DecimalMark ambiguous}), {@code csv.thousands} (the character between thousands;
 * without it there is none), {@code csv.date} (a pattern such as {@code dd/MM/yyyy}; without it ISO 8601), units as
 * {@link UnitReading} has them.
 */
final class Notation {
    private static final int LONGEST_PATTERN = 40;

    private final String decimal;
    private final String thousands;
    private final String pattern;
    private final DateTimeFormatter days;
    private final UnitReading units;

    private Notation(FormatSettings settings, Problems problems) {
        decimal = oneOf(settings, "csv.decimal", ",.", problems);
        thousands = oneOf(settings, "csv.thousands", ",. '’_", problems);
        if (!thousands.isEmpty() && thousands.equals(decimal.isEmpty() ? "." : decimal)) {
            problems.add("BAD_OPTION", "csv.thousands", "It is the decimal sign too; agree on csv.decimal first");
        }
        pattern = settings.option("csv.date", "");
        days = pattern.isEmpty() ? null : pattern(pattern, problems);
        units = UnitReading.of(settings);
        settings.options().forEach((name, code) -> {
            if (name.startsWith(RowAgreements.UNIT) && Units.understood(code).isEmpty()) {
                problems.add("BAD_OPTION", name, "\"" + code + "\" is no unit of UN/ECE Rec 20; write one such as H87");
            }
        });
    }

    /** @throws DocumentException when an option is none */
    static Notation of(FormatSettings settings) throws DocumentException {
        Problems problems = new Problems();
        Notation notation = new Notation(settings, problems);
        problems.throwIfAny();
        return notation;
    }

    private static String oneOf(FormatSettings settings, String option, String taken, Problems problems) {
        String said = settings.option(option, "");
        if (!said.isEmpty() && (said.length() != 1 || !taken.contains(said))) {
            problems.add("BAD_OPTION", option, "\"" + said + "\" is none of " + taken + "; give one, or nothing");
        }
        return said;
    }

    private static DateTimeFormatter pattern(String said, Problems problems) {
        try {
            if (said.length() > LONGEST_PATTERN) {
                throw new IllegalArgumentException("too long");
            }
            DateTimeFormatter days = DateTimeFormatter.ofPattern(said.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            LocalDate.parse(LocalDate.of(2026, 12, 31).format(days), days); // a pattern without a year tells no day
            return days;
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(
                    "BAD_OPTION", "csv.date", "\"" + said + "\" is no pattern of a day; write one such as dd/MM/yyyy");
            return DateTimeFormatter.ISO_LOCAL_DATE;
        }
    }

    /** Whether this may be two numbers, because neither the decimal mark nor that of thousands was agreed. */
    boolean isAmbiguous(String text) {
        return decimal.isEmpty() && thousands.isEmpty() && DecimalMark.isAmbiguous(text);
    }

    /** Null for what is no number of up to 11 digits and 6 decimals, zero or more, and for what may be two. */
    BigDecimal number(String text) {
        if (isAmbiguous(text)) {
            return null;
        }
        String plain = text;
        if (!thousands.isEmpty() && plain.contains(thousands)) {
            String sign = decimal.isEmpty() ? "[.,]" : "[" + decimal + "]";
            if (!plain.matches("[1-9]\\d{0,2}([" + thousands + "]\\d{3})+(" + sign + "\\d+)?")) {
                return null;
            }
            plain = plain.replace(thousands, "");
        }
        String sign = decimal.isEmpty() ? "[.,]" : "[" + decimal + "]";
        return plain.matches("\\d{1,11}(" + sign + "\\d{1,6})?") ? new BigDecimal(plain.replace(',', '.')) : null;
    }

    /** Null for what is no day as agreed. */
    LocalDate day(String text) {
        try {
            if (days != null) {
                return LocalDate.parse(text, days);
            }
            return text.matches("\\d{8}")
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How days are to be written, for a person. */
    String daysAsAgreed() {
        return pattern.isEmpty() ? "YYYY-MM-DD" : pattern;
    }

    UnitReading units() {
        return units;
    }
}
