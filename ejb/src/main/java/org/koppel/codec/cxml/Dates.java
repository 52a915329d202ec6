package org.koppel.codec.cxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Dates as cXML senders write them, and as Koppel does: always with a numeric offset, never {@code Z}. */
final class Dates {
    /** ISO 8601: a date, perhaps a time, perhaps an offset as {@code +01:00}, {@code +0100}, {@code +01} or {@code Z}. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private Dates() {}

    /** Null when nobody can read it. */
    static OffsetDateTime parse(String text) {
        try {
            TemporalAccessor read = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            OffsetDateTime time =
                    read instanceof OffsetDateTime exact ? exact : local(read).atOffset(ZoneOffset.UTC);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time;
        } catch (DateTimeException e) {
            return null; // the caller names the field
        }
    }

    private static LocalDateTime local(TemporalAccessor read) {
        return read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
    }

    static String write(OffsetDateTime time) {
        return WRITTEN.format(time);
    }
}
