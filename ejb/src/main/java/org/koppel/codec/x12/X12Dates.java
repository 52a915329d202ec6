package org.koppel.codec.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.RequestedDay;

/** Reads element 373, CCYYMMDD. */
final class X12Dates {
    private X12Dates() {}

    /** Null when missing or, with a problem, unreadable. */
    static LocalDate day(EdiSegment segment, int element, EdiFields fields) {
        String text = segment.at(element);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            fields.problems()
                    .add(
                            segment,
                            element,
                            0,
                            Kind.BAD_DATE,
                            "UNREADABLE_DATE",
                            '"' + text + "\" is no date; write CCYYMMDD, such as 20261121");
            return null;
        }
    }

    /**
     * A day and, in the element before it, its qualifier (374), as DTM and SCH have them.
     *
     * @return false when another day was asked for before
     */
    static boolean take(EdiSegment segment, int qualifier, RequestedDay requested, EdiFields fields) {
        if (!segment.isOneOf(OrderSet.REQUESTED.keySet(), qualifier)) {
            return true;
        }
        LocalDate its = day(segment, qualifier + 1, fields);
        return requested.take(segment.at(qualifier), its, segment.tag().equals("SCH"));
    }

    /** As a moment; null for null. */
    static OffsetDateTime midnight(LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
