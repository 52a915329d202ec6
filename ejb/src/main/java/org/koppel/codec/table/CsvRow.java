package org.koppel.codec.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.koppel.codec.Problems;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** One row of a CSV file, by the names of its columns. What is wrong with a cell is noted; the cell is null then. */
final class CsvRow {
    private final CSVRecord record;
    private final List<String> columns;

    CsvRow(CSVRecord record, List<String> columns) {
        this.record = record;
        this.columns = columns;
    }

    String place(String column) {
        return "row " + record.getRecordNumber() + ", column " + column;
    }

    /** Null when the column or its value is missing. */
    String text(String column) {
        int at = columns.indexOf(column);
        String value = at < 0 || at >= record.size() ? "" : record.get(at).strip();
        return value.isEmpty() ? null : value;
    }

    String text(String column, int most, Problems problems) {
        String value = text(column);
        if (value != null && value.length() > most) {
            problems.add("TEXT_TOO_LONG", place(column), "More than " + most + " characters; shorten it");
            return null;
        }
        if (value != null && value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            problems.add("CONTROL_CHARACTER", place(column), "It holds a control character; leave it out");
            return null;
        }
        return value;
    }

    String required(String column, int most, Problems problems) {
        String value = text(column, most, problems);
        if (text(column) == null) {
            problems.add("MISSING_FIELD", place(column), column + " is empty; fill it in");
        }
        return value;
    }

    /** With a point or a comma, zero or more. */
    BigDecimal number(String column, Problems problems) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,11}([.,]\\d{1,6})?")) {
            problems.add(
                    "UNREADABLE_NUMBER",
                    place(column),
                    "This is no number of up to 11 digits and 6 decimals, zero or more, such as 12.5");
            return null;
        }
        return new BigDecimal(value.replace(',', '.'));
    }

    /** A number in the unit of the column {@code unit}; without one, in that of the order. */
    Quantity quantity(String column, Problems problems) {
        BigDecimal value = number(column, problems);
        String code = text("unit");
        UnitCode unit = code == null ? UnitCode.AGREED : Units.understood(code).orElse(null);
        if (value != null && unit == null) {
            problems.add(
                    "UNKNOWN_UNIT", place("unit"), "Nobody agreed on this unit; use UN/ECE Rec 20, such as H87 or MTR");
        }
        return value == null || unit == null ? null : new Quantity(value, unit);
    }

    LocalDate date(String column, Problems problems) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        try {
            return value.matches("\\d{8}")
                    ? LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(value);
        } catch (DateTimeException e) {
            problems.add("UNREADABLE_DATE", place(column), "This is no day; write YYYY-MM-DD");
            return null;
        }
    }

    boolean yes(String column) {
        String value = text(column);
        return value != null && List.of("Y", "J", "O", "1", "TRUE").contains(value.toUpperCase(Locale.ROOT));
    }
}
