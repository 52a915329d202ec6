package org.koppel.codec.cebeo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.koppel.codec.DecimalMark;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.shared.UnitCode;

/** Reads single fields where the cursor stands and notes what is wrong with them. A field that cannot be read is null. */
final class CebeoFields {
    private final XmlCursor xml;
    private final Problems problems;
    private final UnitReading units;
    private String part = "";

    CebeoFields(XmlCursor xml, Problems problems, UnitReading units) {
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
        problems.add(code, part + field, message);
    }

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

    /**
     * Zero or more; null when missing or, with a problem, unreadable. The decimal mark of the format is the comma; a point is taken for
     * one where it cannot part thousands.
     */
    BigDecimal number(String field) throws DocumentException, IOException {
        String text = text(Cebeo.NAME_LENGTH, field);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,11}([.,]\\d{0,6})?")) {
            problem(
                    "UNREADABLE_NUMBER",
                    field,
                    field + " is no number of up to 11 digits and 6 decimals, such as 12,5; correct it");
            return null;
        }
        if (text.indexOf('.') >= 0 && DecimalMark.isAmbiguous(text)) {
            problem("UNREADABLE_NUMBER", field, DecimalMark.cure(text));
            return null;
        }
        return new BigDecimal(text.replace(',', '.').replaceAll("\\.$", ""));
    }

    /** The article's own unit where none is named. */
    UnitCode unit(String field) throws DocumentException, IOException {
        String code = text(Cebeo.NAME_LENGTH, field);
        Optional<UnitCode> unit = units.orAgreed(code);
        if (unit.isEmpty()) {
            problem(
                    "UNKNOWN_UNIT",
                    field,
                    field + " is \"" + code + "\", a unit nobody agreed on; use PCE or MTR, or leave it out");
        }
        return unit.orElse(null);
    }

    /** Day, month and year in elements of their own; null when missing or, with a problem, unreadable. */
    LocalDate day(String field) throws DocumentException, IOException {
        String[] parts = new String[3];
        int here = xml.depth();
        boolean any = false;
        while (xml.nextChild(here)) {
            int index = switch (xml.name()) {
                case "Year" -> 0;
                case "Month" -> 1;
                case "Day" -> 2;
                default -> -1;
            };
            if (index >= 0) {
                parts[index] = xml.text(Cebeo.NAME_LENGTH);
                any = any || parts[index] != null;
            }
        }
        if (!any) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        } catch (NumberFormatException | DateTimeException e) {
            problem("UNREADABLE_DATE", field, field + " is no day; write Day, Month and Year as numbers");
            return null;
        }
    }
}
