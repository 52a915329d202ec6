package org.koppel.operations;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One row of a native query, read column by column from the left: the reader names the columns in the order of the select. */
public final class Row {
    private final Object[] columns;
    private int next;

    private Row(Object[] columns) {
        this.columns = columns;
    }

    /** @param row an array, or the value itself where the query has one column */
    static Row of(Object row) {
        return new Row(row instanceof Object[] columns ? columns : new Object[] {row});
    }

    private Object next() {
        return columns[next++];
    }

    public String text() {
        return (String) next();
    }

    public UUID uuid() {
        return (UUID) next();
    }

    public BigDecimal decimal() {
        return (BigDecimal) next();
    }

    public boolean flag() {
        return Boolean.TRUE.equals(next());
    }

    public byte[] bytes() {
        return (byte[]) next();
    }

    public int number() {
        return ((Number) next()).intValue();
    }

    public long big() {
        return ((Number) next()).longValue();
    }

    /** The driver's type for {@code timestamptz} depends on the mapping in force. */
    public Instant instant() {
        Object value = next();
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
    }

    public LocalDate date() {
        Object value = next();
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
