package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/**
 * Reads single fields where the cursor stands and notes what is wrong with them. A field that cannot be read is null. Places
 * are the part of the document being read ({@link #at}) and the field's own path.
 */
final class Fields {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final XmlCursor xml;
    private final Problems problems;
    private final UnitReading units;
    private String part = "";

    /** Of messages without units. */
    Fields(XmlCursor xml, Problems problems) {
        this(xml, problems, UnitReading.USUAL);
    }

    /** @param units what they mean that the sender writes */
    Fields(XmlCursor xml, Problems problems, UnitReading units) {
        this.xml = xml;
        this.problems = problems;
        this.units = units;
    }

    XmlCursor xml() {
        return xml;
    }

    UnitReading units() {
        return units;
    }

    /** From here on, places begin with this: {@code "line 3, "}. */
    void at(String part) {
        this.part = part;
    }

    void problem(String code, String field, String message) {
        problems.add(code, place(field), message);
    }

    /** A problem that shows only later than where it stands. */
    void problem(Problem found) {
        problems.add(found.code(), found.location(), found.message());
    }

    /** Where a field stands, in words. */
    String place(String field) {
        return part + field;
    }

    static DocumentException wrong(String code, String place, String message) {
        return new DocumentException(new Problem(code, place, message));
    }

    /** The value itself; a problem when it is null. {@code cure} says what to send. */
    <T> T required(T value, String field, String cure) {
        if (value == null) {
            problem("MISSING_FIELD", field, field + " is missing or empty; " + cure);
        }
        return value;
    }

    String text(int most, String field) throws DocumentException, IOException {
        return limited(xml.text(most), most, field);
    }

    /** @param child reads each child element */
    String text(int most, String field, XmlCursor.Child child) throws DocumentException, IOException {
        return limited(xml.text(most, child), most, field);
    }

    String deepText(int most, String field) throws DocumentException, IOException {
        return limited(xml.deepText(most), most, field);
    }

    String attribute(String name, int most, String field) {
        return limited(xml.attribute(name), most, field);
    }

    /** An attribute that people and systems quote elsewhere: without characters that nobody sees. */
    String identifier(String name, int most, String field) {
        String value = attribute(name, most, field);
        for (int i = 0; value != null && i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                problem(
                        "CONTROL_CHARACTER",
                        field,
                        String.format(
                                "%s holds the control character U+%04X at position %d; leave it out",
                                field, (int) value.charAt(i), i + 1));
                return value.replaceAll("\\p{Cntrl}", " ");
            }
        }
        return value;
    }

    private String limited(String value, int most, String field) {
        if (value != null && value.length() > most) {
            problem("TEXT_TOO_LONG", field, field + " has more than " + most + " characters; shorten it");
            return value.substring(0, most); // only to go on: the document is refused
        }
        return value;
    }

    /** A plain decimal, or null with a problem. {@code text} may be null: null without one. */
    BigDecimal number(String text, String field) {
        if (text == null) {
            return null;
        }
        return switch (Decimals.judge(text)) {
            case PLAIN -> new BigDecimal(text);
            case COMMA ->
                unreadable(field, text, "write a decimal point instead of the comma, and no thousands separator");
            case TOO_LARGE -> {
                problem(
                        "NUMBER_OUT_OF_RANGE",
                        field,
                        field + " has more than 11 digits before the point; check the number");
                yield null;
            }
            case TOO_FINE -> {
                problem("NUMBER_OUT_OF_RANGE", field, field + " has more than 6 decimals; round it");
                yield null;
            }
            case UNREADABLE -> unreadable(field, text, "write digits and a decimal point only, such as 12.5");
        };
    }

    private BigDecimal unreadable(String field, String text, String cure) {
        problem("UNREADABLE_NUMBER", field, field + " is " + quoted(text) + ", which is not a number; " + cure);
        return null;
    }

    /** As {@link #number}, and greater than zero. */
    BigDecimal positive(String text, String field) {
        BigDecimal value = number(text, field);
        if (value != null && value.signum() <= 0) {
            problem(
                    "QUANTITY_NOT_POSITIVE",
                    field,
                    field + " is " + quoted(text) + "; order more than 0, or leave the line out");
            return null;
        }
        return value;
    }

    /** The {@code Money} inside the element just entered, zero or more; null with a problem when there is no readable one. */
    Money money(String field) throws DocumentException, IOException {
        String path = field + "/Money";
        String currency = null;
        String amount = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Money".equals(xml.name()) && amount == null) {
                currency = currency(xml.attribute("currency"), path + "/@currency");
                amount = text(Cxml.NAME_LENGTH, path);
            }
        }
        if (amount == null) {
            return required(null, path, "write the amount, such as <Money currency=\"EUR\">12.50</Money>");
        }
        BigDecimal value = number(amount, path);
        if (value != null && value.signum() < 0) {
            problem(
                    "NUMBER_OUT_OF_RANGE",
                    path,
                    path + " is " + quoted(amount) + "; an amount cannot be negative here");
            return null;
        }
        return value == null || currency == null ? null : new Money(value, currency);
    }

    private String currency(String code, String field) {
        String plain = required(code, field, "name the currency by ISO 4217, such as EUR");
        if (plain == null || CURRENCIES.contains(plain)) {
            return plain;
        }
        String upper = plain.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(upper)) {
            return upper;
        }
        problem("UNKNOWN_CURRENCY", field, field + " is " + quoted(code) + "; use a code of ISO 4217, such as EUR");
        return null;
    }

    UnitCode unit(String code, String field) {
        if (code == null) {
            return required(null, field, "name the unit by UN/ECE Rec 20, such as EA or MTR");
        }
        return units.meaning(code).orElseGet(() -> {
            problem(
                    "UNKNOWN_UNIT",
                    field,
                    field + " is " + quoted(code) + ", a unit nobody agreed on; use UN/ECE Rec 20, such as EA or MTR");
            return null;
        });
    }

    /** ISO 8601 with or without offset (UTC then) or a date alone (midnight UTC); null stays null without a problem. */
    OffsetDateTime dateTime(String text, String field) {
        OffsetDateTime time = text == null ? null : Dates.parse(text);
        if (text != null && time == null) {
            problem(
                    "UNREADABLE_DATE",
                    field,
                    field + " is " + quoted(text) + "; write ISO 8601, such as 2026-03-31T10:15:00+02:00");
        }
        return time;
    }

    /** The day as the sender wrote it, whatever the offset. */
    LocalDate date(String text, String field) {
        OffsetDateTime time = dateTime(text, field);
        return time == null ? null : time.toLocalDate();
    }

    private static String quoted(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
