package org.koppel.codec.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.koppel.codec.Shortening;

/**
 * One column of a table. {@code name} heads it in CSV and XLSX; {@code field} is its name in DBF (1 to 10 capitals, digits and
 * underscores), null when the column is not written there, because a text could be longer than the 254 characters that DBF
 * holds. {@code width} is that of the DBF field, with {@code decimals} of them behind the point. {@code words} says what texts that
 * people read are about, and is null where nothing may be shortened. Values may be null.
 *
 * @param <R> what a row is made from
 */
record Column<R>(
        String name,
        String field,
        Kind kind,
        int width,
        int decimals,
        Shortening.Kind words,
        Function<R, Object> value) {

    /** What stands in a column: texts, {@link BigDecimal}s, {@link LocalDate}s. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private static final int DATE_WIDTH = 8;

    static <R> Column<R> text(String name, String field, int width, Function<R, String> value) {
        return new Column<>(name, field, Kind.TEXT, width, 0, null, value::apply);
    }

    /** A text that people read. */
    static <R> Column<R> words(String name, String field, int width, Shortening.Kind words, Function<R, String> value) {
        return new Column<>(name, field, Kind.TEXT, width, 0, words, value::apply);
    }

    /** A text that may be longer than DBF takes. */
    static <R> Column<R> longText(String name, Function<R, String> value) {
        return new Column<>(name, null, Kind.TEXT, 0, 0, null, value::apply);
    }

    static <R> Column<R> number(String name, String field, int width, int decimals, Function<R, BigDecimal> value) {
        return new Column<>(name, field, Kind.NUMBER, width, decimals, null, value::apply);
    }

    static <R> Column<R> date(String name, String field, Function<R, LocalDate> value) {
        return new Column<>(name, field, Kind.DATE, DATE_WIDTH, 0, null, value::apply);
    }

    String textOf(R row) {
        return (String) value.apply(row);
    }

    BigDecimal numberOf(R row) {
        return (BigDecimal) value.apply(row);
    }

    LocalDate dateOf(R row) {
        return (LocalDate) value.apply(row);
    }
}
