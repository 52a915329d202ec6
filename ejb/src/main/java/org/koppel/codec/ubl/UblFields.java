package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;
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
 * are the part of the document being read ({@link #at}), the field's own path and the row of the file.
 */
final class UblFields {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final XmlCursor xml;
    private final Problems problems;
    private final UnitReading units;
    private String part = "";

    /** Of messages without units. */
    UblFields(XmlCursor xml, Problems problems) {
        this(xml, problems, UnitReading.USUAL);
    }

    /** @param units what they mean that the sender writes */
    UblFields(XmlCursor xml, Problems problems, UnitReading units) {
        this.xml = xml;
        this.problems = problems;
        this.units = units;
    }

    XmlCursor xml() {
        return xml;
    }

    /** From here on, places begin with this: {@code "line 3, "}. */
    void at(String newPart) {
        part = newPart;
    }

    void problem(String code, String field, String message) {
        problems.add(code, place(field), message);
    }

    /** A problem that shows only later than where it stands. */
    void problem(Problem found) {
        problems.add(found.code(), found.location(), found.message());
    }

    /** Where the cursor stands, in words. */
    String place(String field) {
        return part + field + (xml.row() < 1 ? "" : " (row " + xml.row() + ")"); // the end of the document has none
    }

    /** The value itself; a problem when it is null. {@code cure} says what to send. */
    <T> T required(T value, String field, String cure) {
        if (value == null) {
            problem("MISSING_FIELD", field, field + " is missing or empty; " + cure);
        }
        return value;
    }

    String text(int most, String field) throws DocumentException, IOException {
        String value = xml.text(most);
        if (value != null && value.length() > most) {
            problem("TEXT_TOO_LONG", field, field + " has more than " + most + " characters; shorten it");
            return value.substring(0, most); // only to go on: the document is refused
        }
        return value;
    }

    /** The text of a child of the element just entered, such as {@code Contract/ID}; null when there is none. */
    String childText(String child, int most, String field) throws DocumentException, IOException {
        String value = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if (child.equals(xml.name()) && value == null) {
                value = text(most, field + '/' + child);
            }
        }
        return value;
    }

    /** A plain decimal of up to 11 digits and 6 decimals; null when it is missing or, with a problem, unreadable. */
    BigDecimal number(String field) throws DocumentException, IOException {
        String text = text(Ubl.NAME_LENGTH, field);
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,40}(\\.\\d{0,40})?|[+-]?\\.\\d{1,40}")) {
            String cure = text.contains(",")
                    ? "write a decimal point instead of the comma, and no thousands separator"
                    : "write digits and a decimal point only, such as 12.5";
            problem("UNREADABLE_NUMBER", field, field + " is " + quoted(text) + ", which is not a number; " + cure);
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 6 || plain.precision() - plain.scale() > 11) {
            problem(
                    "NUMBER_OUT_OF_RANGE",
                    field,
                    field + " has more than 11 digits before or 6 after the point; check the number");
            return null;
        }
        return value;
    }

    /** As {@link #number}, and greater than zero. */
    BigDecimal positive(String field) throws DocumentException, IOException {
        BigDecimal value = number(field);
        if (value != null && value.signum() <= 0) {
            problem(
                    "QUANTITY_NOT_POSITIVE",
                    field,
                    field + " must be greater than 0; order more, or leave the line out");
            return null;
        }
        return value;
    }

    /** As {@link #number}, and not negative. */
    BigDecimal notNegative(String field) throws DocumentException, IOException {
        BigDecimal value = number(field);
        if (value != null && value.signum() < 0) {
            problem("NUMBER_OUT_OF_RANGE", field, field + " is negative; it cannot be negative here");
            return null;
        }
        return value;
    }

    /** The amount just entered with its currencyID, zero or more; null with a problem when it is unreadable. */
    Money money(String field) throws DocumentException, IOException {
        String currency = currency(xml.attribute("currencyID"), field + "/@currencyID");
        BigDecimal value = notNegative(field);
        return value == null || currency == null ? null : new Money(value, currency);
    }

    /** ISO 4217; null with a problem when it is missing or unknown. */
    String currency(String code, String field) {
        String plain = required(code, field, "name the currency by ISO 4217, such as EUR");
        if (plain == null || CURRENCIES.contains(plain)) {
            return plain;
        }
        problem("UNKNOWN_CURRENCY", field, field + " is " + quoted(code) + "; use a code of ISO 4217, such as EUR");
        return null;
    }

    UnitCode unit(String code, String field) {
        if (code == null) {
            return required(null, field, "name the unit by UN/ECE Rec 20, such as H87 or MTR");
        }
        return units.meaning(code).orElseGet(() -> {
            problem(
                    "UNKNOWN_UNIT",
                    field,
                    field + " is " + quoted(code) + ", a unit nobody agreed on; use UN/ECE Rec 20, such as H87 or MTR");
            return null;
        });
    }

    /** {@code xs:date}; a zone behind it does not matter. */
    LocalDate date(String field) throws DocumentException, IOException {
        return date(text(Ubl.NAME_LENGTH, field), field);
    }

    /** As {@link #date(String)}, of a text that was read already. */
    LocalDate date(String text, String field) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            problem("UNREADABLE_DATE", field, field + " is " + quoted(text) + "; write YYYY-MM-DD");
            return null;
        }
    }

    /** {@code xs:time}, in UTC when it names no zone; null when it is missing or unreadable, which a time may be. */
    OffsetTime time(String field) throws DocumentException, IOException {
        String text = text(Ubl.NAME_LENGTH, field);
        if (text == null) {
            return null;
        }
        try {
            return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetTime.parse(text)
                    : LocalTime.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            problem("UNREADABLE_DATE", field, field + " is " + quoted(text) + "; write HH:MM:SS");
            return null;
        }
    }

    static OffsetDateTime at(LocalDate date, OffsetTime time) {
        if (date == null) {
            return null;
        }
        return time == null ? date.atStartOfDay().atOffset(ZoneOffset.UTC) : date.atTime(time);
    }

    /** One text below the other; either may be null. */
    static String joined(String above, String below) {
        if (above == null) {
            return below;
        }
        return below == null ? above : above + "\n" + below;
    }

    private static String quoted(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
