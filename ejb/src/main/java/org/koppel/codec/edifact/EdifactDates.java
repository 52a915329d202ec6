package org.koppel.codec.edifact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;

/** Reads DTM by its format code (2379): days, minutes, weeks, and periods by their first day. */
final class EdifactDates {
    /** Of a zone's name, which is passed over. */
    private static final int ZONE = 3;

    private EdifactDates() {}

    /** UTC, because the formats that are in use name no zone; null when missing or, with a problem, unreadable. */
    static OffsetDateTime moment(EdiSegment dtm, EdiFields fields) {
        String text = dtm.at(1, 2);
        if (text == null) {
            return null;
        }
        try {
            return parse(text, dtm.at(1, 3)).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            fields.problems()
                    .add(
                            dtm,
                            1,
                            2,
                            Kind.BAD_DATE,
                            "UNREADABLE_DATE",
                            '"' + text + "\" is no date of format " + dtm.at(1, 3)
                                    + "; write CCYYMMDD with format 102, or CCYYMMDDHHMM with 203");
            return null;
        }
    }

    static LocalDate day(EdiSegment dtm, EdiFields fields) {
        OffsetDateTime moment = moment(dtm, fields);
        return moment == null ? null : moment.toLocalDate();
    }

    private static LocalDateTime parse(String text, String format) {
        return switch (format == null ? "102" : format) {
            case "101" -> full("20" + text, 8);
            case "201" -> full("20" + text, 12);
            case "102" -> full(text, 8);
            case "203", "303" -> full(text, 12);
            case "204", "304" -> full(text, 14);
            case "718", "719", "711" -> full(text.substring(0, 8), 8);
            case "616" -> week(text);
            default -> throw new IllegalArgumentException("Format " + format);
        };
    }

    /** A day, or a day with hour and minute or more. */
    private static LocalDateTime full(String text, int length) {
        if (text.length() > length + ZONE) {
            throw new IllegalArgumentException(text);
        }
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        int hour = length > 8 ? number(text, 8, 10) : 0;
        int minute = length > 10 ? number(text, 10, 12) : 0;
        int second = length > 12 ? number(text, 12, 14) : 0;
        boolean endOfDay = hour == 24 && minute + second == 0; // as ISO 8601 has it
        return endOfDay ? day.plusDays(1).atStartOfDay() : day.atTime(hour, minute, second);
    }

    /** Of digits alone: Java's own parser takes signs, too. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException(text);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static LocalDateTime week(String text) {
        if (text.length() != 6) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.of(number(text, 0, 4), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(text, 4, 6))
                .with(DayOfWeek.MONDAY)
                .atStartOfDay();
    }
}
