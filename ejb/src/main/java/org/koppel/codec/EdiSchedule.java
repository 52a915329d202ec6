package org.koppel.codec;

import org.koppel.codec.EdiFault.Kind;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * The deliveries in which a line is wanted. A line has one day: a single delivery of its whole quantity can be carried out, several, or
 * one of a part, would go out at once and are a problem. What is found is kept until {@link #check}: of a line that is not to be carried
 * out nobody asks.
 */
public final class EdiSchedule {
    private EdiSegment delivery;
    private EdiSegment several;
    private Quantity quantity;

    /** One more delivery. @param its quantity; null when it cannot be read */
    public void add(EdiSegment segment, Quantity its) {
        if (delivery != null) {
            several(segment);
        }
        delivery = segment;
        quantity = its;
    }

    /** The line is wanted on several days; the first segment that says so is named. @param segment that says so alone */
    public void several(EdiSegment segment) {
        several = several == null ? segment : several;
    }

    /** Notes deliveries that cannot be carried out, in one problem. @param ordered of the line; null where a change leaves it */
    public void check(Quantity ordered, EdiFields fields) {
        if (several != null) {
            refuse(several, "The line is wanted in several deliveries", fields);
        } else if (quantity != null && ordered != null && !isWhole(ordered)) {
            refuse(delivery, "The line orders " + words(ordered) + " and a delivery of " + words(quantity), fields);
        }
    }

    private boolean isWhole(Quantity ordered) {
        return quantity.value().compareTo(ordered.value()) == 0 && Units.fit(quantity.unit(), ordered.unit());
    }

    private static String words(Quantity quantity) {
        String number = EdiOutput.plain(quantity.value());
        return quantity.unit().equals(UnitCode.AGREED) ? number : number + ' ' + Units.iso(quantity.unit());
    }

    private static void refuse(EdiSegment segment, String what, EdiFields fields) {
        String text = what + "; send a line of its own for each day, with the quantity of that day";
        fields.problems().add(segment, 0, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
    }
}
