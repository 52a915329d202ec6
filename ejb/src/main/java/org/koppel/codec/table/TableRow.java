package org.koppel.codec.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.koppel.codec.DecimalMark;
import org.koppel.codec.Problems;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One row of a file, by the fields of a document. What is wrong with a cell is noted; the cell is null then. */
final class TableRow {
    /** Only texts as long as this may have several lines. */
    private static final int SEVERAL_LINES = 4_000;

    private static final int MOST_DIGITS = 11;
    private static final int MOST_DECIMALS = 6;

    private final long number;
    private final Columns columns;
    private final Notation notation;
    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    TableRow(RowSource.Row row, Columns columns, Notation notation) {
        this.number = row.number();
        this.columns = columns;
        this.notation = notation;
        for (String field : columns.fields()) {
            Cell cell = columns.of(row, field);
            if (!cell.isEmpty()) {
                cells.put(field, cell);
            }
        }
    }

    long number() {
        return number;
    }

    /** One problem of a cell is enough, however often and as what it is asked for. */
    private void note(Problems problems, String code, String field, String message) {
        if (noted.add(field)) {
            problems.add(code, place(field), message);
        }
    }

    String place(String field) {
        return "row " + number + ", column " + columns.label(field);
    }

    /** What the file calls a field. */
    String label(String field) {
        return columns.label(field);
    }

    /** Whether the file has a column for it at all. */
    boolean has(String field) {
        return columns.has(field);
    }

    /** Null when the column or its value is missing. */
    String text(String field) {
        Cell cell = cells.get(field);
        String value = cell == null ? "" : cell.text().strip();
        return value.isEmpty() ? null : value;
    }

    String text(String field, int most, Problems problems) {
        if (failed(field, problems)) {
            return null;
        }
        String value = text(field);
        if (value != null && value.length() > most) {
            note(problems, "TEXT_TOO_LONG", field, "More than " + most + " characters; shorten it");
            return null;
        }
        boolean lines = most >= SEVERAL_LINES;
        if (value != null
                && value.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r')))) {
            note(problems, "CONTROL_CHARACTER", field, "It holds a control character; leave it out");
            return null;
        }
        return value;
    }

    /** Whether the cell is a formula that failed. */
    private boolean failed(String field, Problems problems) {
        Cell cell = cells.get(field);
        boolean failed = cell != null && cell.kind() == Cell.Kind.ERROR;
        if (failed) {
            note(
                    problems,
                    "BAD_VALUE",
                    field,
                    "The cell shows " + cell.text() + "; mend its formula, or write the value");
        }
        return failed;
    }

    String required(String field, int most, Problems problems) {
        String value = text(field, most, problems);
        if (text(field) == null) {
            note(problems, "MISSING_FIELD", field, columns.label(field) + " is empty; fill it in");
        }
        return value;
    }

    /** A text of a certain shape. @param rule what it should be, for a person */
    String matching(String field, String shape, String rule, Problems problems) {
        String value = text(field);
        if (value == null || failed(field, problems)) {
            return null;
        }
        if (!value.matches(shape)) {
            note(problems, "BAD_VALUE", field, "This is not " + rule + "; correct it, or leave it empty");
            return null;
        }
        return value;
    }

    /** Zero or more. */
    BigDecimal number(String field, Problems problems) {
        Cell cell = cells.get(field);
        if (text(field) == null || failed(field, problems)) {
            return null;
        }
        BigDecimal value = cell.kind() == Cell.Kind.NUMBER
                ? inRange(cell.number())
                : cell.kind() == Cell.Kind.TEXT ? notation.number(text(field)) : null;
        if (value == null) {
            noteNumber(text(field), field, "zero or more, such as 12.5", problems);
        }
        return value;
    }

    private void noteNumber(String text, String field, String rule, Problems problems) {
        boolean ambiguous = cells.get(field).kind() == Cell.Kind.TEXT && notation.isAmbiguous(text);
        note(
                problems,
                "UNREADABLE_NUMBER",
                field,
                ambiguous
                        ? DecimalMark.cure(text) + ", or agree on the decimal mark (csv.decimal)"
                        : "This is no number of up to 11 digits and 6 decimals, " + rule);
    }

    /** A number that may have a minus before it. */
    BigDecimal signed(String field, Problems problems) {
        String said = text(field);
        if (said == null || !said.startsWith("-")) {
            return number(field, problems);
        }
        Cell cell = cells.get(field);
        String plain = said.substring(1).strip();
        BigDecimal value =
                cell.kind() == Cell.Kind.NUMBER ? inRange(cell.number().negate()) : notation.number(plain);
        if (value == null) {
            noteNumber(plain, field, "such as -12.5", problems);
            return null;
        }
        return value.negate();
    }

    private static BigDecimal inRange(BigDecimal value) {
        boolean fits = value.signum() >= 0
                && value.scale() <= MOST_DECIMALS
                && value.precision() - value.scale() <= MOST_DIGITS;
        return fits ? value : null;
    }

    /** A number in the unit of the field {@code unit}; without one, in that of the order. */
    Quantity quantity(String field, Problems problems) {
        BigDecimal value = number(field, problems);
        UnitCode unit = notation.units().orAgreed(text("unit")).orElse(null);
        if (text(field) != null && unit == null) {
            note(problems, "UNKNOWN_UNIT", "unit", "Nobody agreed on this unit; use UN/ECE Rec 20, such as H87 or MTR");
        }
        return value == null || unit == null ? null : new Quantity(value, unit);
    }

    LocalDate date(String field, Problems problems) {
        Cell cell = cells.get(field);
        if (text(field) == null || failed(field, problems)) {
            return null;
        }
        LocalDate day = cell.kind() == Cell.Kind.DATE ? cell.date() : notation.day(text(field));
        if (day == null) {
            note(problems, "UNREADABLE_DATE", field, "This is no day; write " + notation.daysAsAgreed());
        }
        return day;
    }

    boolean yes(String field) {
        String value = text(field);
        return value != null && List.of("Y", "J", "O", "1", "TRUE").contains(value.toUpperCase(Locale.ROOT));
    }

    /** Notes a row of a document that says something else than the first one, of what can be said only once. */
    static void requireSame(List<TableRow> rows, String field, Problems problems) {
        TableRow first = rows.get(0);
        String said = first.text(field);
        rows.stream()
                .filter(r -> r.text(field) != null && !r.text(field).equals(said))
                .findFirst()
                .ifPresent(r -> problems.add(
                        "BAD_VALUE",
                        r.place(field),
                        "Row " + first.number()
                                + " of the same document says something else; write the same in all its rows"));
    }
}
