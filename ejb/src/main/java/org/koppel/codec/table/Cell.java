package org.koppel.codec.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * What stands in one place of a table. {@code text} is never null and as a person sees it, {@code ""} in an empty cell; {@code number}
 * and {@code date} are there where the file itself says that it is one.
 */
record Cell(Kind kind, String text, BigDecimal number, LocalDate date) {

    /** How the file has it. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** A formula that failed: {@code #N/A}. */
        ERROR
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "", null, null);

    static Cell text(String text) {
        return text == null || text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text, null, null);
    }

    /** With the 15 digits that spreadsheets reckon with, so that 0.1 is not 0.1000000000000000055. */
    static Cell number(BigDecimal number) {
        BigDecimal plain = number.round(new MathContext(15));
        if (plain.signum() == 0 || plain.scale() > 0) {
            plain = plain.stripTrailingZeros();
        }
        return new Cell(Kind.NUMBER, plain.toPlainString(), plain, null);
    }

    static Cell date(LocalDate date) {
        return new Cell(Kind.DATE, date.toString(), null, date);
    }

    static Cell error(String shown) {
        return new Cell(Kind.ERROR, shown == null ? "" : shown, null, null);
    }

    boolean isEmpty() {
        return kind == Kind.TEXT && text.isBlank();
    }
}
