package org.koppel.codec.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSchedule;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.RequestedDay;
import org.koppel.shared.Quantity;

/**
 * When a line is wanted: its DTM and its SCH. They are kept as they come and read when the line is to be carried out: one that is
 * deleted, or stays as it is, may say of its deliveries what it likes.
 */
final class OrderSetSchedule {
    /** Where SCH of 004010 has a qualifier (374) with its day (373) behind it; the second pair is for another meaning of day. */
    private static final List<Integer> QUALIFIERS = List.of(5, 8);

    /** 374: no day of a delivery. */
    private static final String CANCEL_AFTER = "001";

    /** What any other qualifier counts as. */
    private static final String BOUND = "063";

    private final EdiFields fields;
    private final EdiSchedule deliveries = new EdiSchedule();
    private final RequestedDay requested = new RequestedDay(OrderSet.REQUESTED);
    private final List<EdiSegment> segments = new ArrayList<>();

    OrderSetSchedule(EdiFields fields) {
        this.fields = fields;
    }

    /** @param segment DTM or SCH */
    void take(EdiSegment segment) {
        segments.add(segment);
    }

    /** The day, null where none is named; deliveries that cannot be carried out are noted. @param ordered null where a change leaves it */
    LocalDate read(Quantity ordered) {
        for (EdiSegment segment : segments) {
            if (segment.tag().equals("SCH")) {
                deliveries.add(segment, OrderSetLine.quantity(segment, 1, fields.unit(segment, 2, 0), fields));
                QUALIFIERS.forEach(qualifier -> delivery(segment, qualifier));
            } else {
                day(segment, 1);
            }
        }
        deliveries.check(ordered, fields);
        return requested.day();
    }

    private void delivery(EdiSegment sch, int qualifier) {
        if (sch.at(qualifier + 1) != null) {
            fields.required(sch, qualifier, 0, "Say what the day is for; 002 is the one that is asked for");
        }
        String code = sch.at(qualifier);
        if (code == null || code.equals(CANCEL_AFTER) || OrderSet.REQUESTED.containsKey(code)) {
            day(sch, qualifier);
        } else { // a window, or a day that is scheduled: without it the goods would leave at once
            requested.take(BOUND, X12Dates.day(sch, qualifier + 1, fields), true);
        }
    }

    private void day(EdiSegment segment, int qualifier) {
        if (!X12Dates.take(segment, qualifier, requested, fields)) {
            deliveries.several(segment);
        }
    }
}
