package org.koppel.codec;

import org.koppel.codec.EdiFault.Kind;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/**
 * A {@link LineSchedule} of an interchange, with the segment to blame. What is found is kept until {@link #check}: of a line that is not
 * to be carried out nobody asks.
 */
public final class EdiSchedule {
    private final LineSchedule schedule = new LineSchedule();
    private EdiSegment delivery;
    private EdiSegment several;

    /** One more delivery. @param its quantity; null when it cannot be read */
    public void add(EdiSegment segment, Quantity its) {
        if (delivery != null) {
            several(segment);
        }
        delivery = segment;
        schedule.add(its);
    }

    /** The line is wanted on several days; the first segment that says so is named. @param segment that says so alone */
    public void several(EdiSegment segment) {
        several = several == null ? segment : several;
        schedule.several();
    }

    /** Notes deliveries that cannot be carried out, in one problem. @param ordered of the line; null where a change leaves it */
    public void check(Quantity ordered, EdiFields fields) {
        EdiSegment place = several == null ? delivery : several;
        schedule.fault(ordered, Units::iso)
                .ifPresent(text -> fields.problems().add(place, 0, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text));
    }
}
