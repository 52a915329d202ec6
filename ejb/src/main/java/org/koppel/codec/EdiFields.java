package org.koppel.codec;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.shared.UnitCode;

/** Reads single values of EDI segments and notes what is wrong with them. A value that cannot be read is null. */
public final class EdiFields {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}([.,]\\d{0,40})?|[+-]?[.,]\\d{1,40}");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final EdiProblems problems;
    private final UnitReading units;

    /** Of messages without units. */
    public EdiFields(EdiProblems problems) {
        this(problems, UnitReading.USUAL);
    }

    /** @param units what they mean that the sender writes */
    public EdiFields(EdiProblems problems, UnitReading units) {
        this.problems = problems;
        this.units = units;
    }

    public EdiProblems problems() {
        return problems;
    }

    public UnitReading units() {
        return units;
    }

    /** A problem that a value is missing; {@code cure} says what to send. */
    public void missing(EdiSegment segment, int element, int component, String cure) {
        problems.add(segment, element, component, Kind.ELEMENT_MISSING, "MISSING_FIELD", cure);
    }

    /** The value; a problem when there is none. */
    public String required(EdiSegment segment, int element, int component, String cure) {
        String value = segment.at(element, component);
        if (value == null) {
            missing(segment, element, component, cure);
        }
        return value;
    }

    /** A control total that says how many lines there are; a problem when there are not as many. */
    public void lineCount(EdiSegment segment, int element, int component, int lines) {
        BigDecimal said = number(segment, element, component);
        if (said != null && said.compareTo(BigDecimal.valueOf(lines)) != 0) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.COUNT_WRONG,
                    "LINE_COUNT_DIFFERS",
                    "There are " + lines + " lines and the total says " + said.toPlainString()
                            + "; send all of them, with the right count");
        }
    }

    /** A decimal of up to 11 digits and 6 decimals, with a point or a comma; null when missing or, with a problem, unreadable. */
    public BigDecimal number(EdiSegment segment, int element, int component) {
        String text = segment.at(element, component);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.BAD_VALUE,
                    "UNREADABLE_NUMBER",
                    '"' + text + "\" is not a number; write digits and a decimal mark only, such as 12.5");
            return null;
        }
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 6 || plain.precision() - plain.scale() > 11) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.BAD_VALUE,
                    "NUMBER_OUT_OF_RANGE",
                    '"' + text + "\" has more than 11 digits before or 6 after the decimal mark; check the number");
            return null;
        }
        return value;
    }

    /** As {@link #number}, and greater than zero. */
    public BigDecimal positive(EdiSegment segment, int element, int component) {
        BigDecimal value = number(segment, element, component);
        if (value != null && value.signum() <= 0) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.BAD_VALUE,
                    "QUANTITY_NOT_POSITIVE",
                    "The quantity must be greater than 0; order more, or leave the line out");
            return null;
        }
        return value;
    }

    /** As {@link #number}, zero or more. */
    public BigDecimal amount(EdiSegment segment, int element, int component) {
        BigDecimal value = number(segment, element, component);
        if (value != null && value.signum() < 0) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.BAD_VALUE,
                    "NUMBER_OUT_OF_RANGE",
                    "The amount is negative; an amount cannot be negative here");
            return null;
        }
        return value;
    }

    /**
     * {@link UnitCode#AGREED} where the segment names no unit: then the units of the article count, as EANCOM has it, which names a unit
     * (6411) for variable quantities only.
     */
    public UnitCode unit(EdiSegment segment, int element, int component) {
        String code = segment.at(element, component);
        Optional<UnitCode> unit = understood(segment, element, component);
        if (unit.isEmpty()) {
            problems.add(
                    segment,
                    element,
                    component,
                    Kind.BAD_VALUE,
                    "UNKNOWN_UNIT",
                    '"' + code + "\" is a unit nobody agreed on; use PCE, EA, MTR, KGM or another of UN/ECE Rec 20");
        }
        return unit.orElse(null);
    }

    /** As {@link #unit}, without a problem: empty where nobody knows it. */
    public Optional<UnitCode> understood(EdiSegment segment, int element, int component) {
        return units.orAgreed(segment.at(element, component));
    }

    /** ISO 4217. */
    public String currency(EdiSegment segment, int element, int component) {
        String code = segment.at(element, component);
        if (code == null || CURRENCIES.contains(code)) {
            return code;
        }
        problems.add(
                segment,
                element,
                component,
                Kind.BAD_VALUE,
                "UNKNOWN_CURRENCY",
                '"' + code + "\" is no currency; use a code of ISO 4217, such as EUR");
        return null;
    }
}
