package org.koppel.codec;

import java.util.Optional;
import java.util.function.Function;
import org.koppel.shared.Numbers;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * The deliveries in which a line is wanted (decision 0113). A line has one day: a single delivery of its whole quantity can be carried
 * out, several, or one of a part, would go out at once and are a problem.
 */
public final class LineSchedule {
    private boolean any;
    private boolean several;
    private String place;
    private Quantity quantity;

    /** One more delivery. @param its quantity; null when it names none, or none that can be read */
    public void add(String itsPlace, Quantity its) {
        place = itsPlace;
        add(its);
    }

    /** As {@link #add(String, Quantity)}, where the place is kept elsewhere. */
    void add(Quantity its) {
        several = several || any;
        any = true;
        quantity = its;
    }

    /** The line is wanted on several days, by whatever says so. */
    void several() {
        several = true;
    }

    /** Why it cannot be carried out; nobody asks of a line that goes away or stays. @param ordered of the line; null when it cannot be read */
    public Optional<Problem> problem(Quantity ordered) {
        return fault(ordered, UnitCode::value).map(text -> new Problem("UNSUPPORTED_VALUE", place, text));
    }

    /** Why it cannot be carried out, and what to send instead. @param spelling of units as the sender knows them */
    Optional<String> fault(Quantity ordered, Function<UnitCode, String> spelling) {
        if (several) {
            return refused("The line is wanted in several deliveries");
        }
        if (quantity != null && ordered != null && !isWhole(ordered)) {
            return refused(
                    "The line orders " + words(ordered, spelling) + " and a delivery of " + words(quantity, spelling));
        }
        return Optional.empty();
    }

    private boolean isWhole(Quantity ordered) {
        return quantity.value().compareTo(ordered.value()) == 0 && Units.fit(quantity.unit(), ordered.unit());
    }

    private static String words(Quantity quantity, Function<UnitCode, String> spelling) {
        String number = Numbers.plain(quantity.value());
        return quantity.unit().equals(UnitCode.AGREED) ? number : number + ' ' + spelling.apply(quantity.unit());
    }

    private static Optional<String> refused(String what) {
        return Optional.of(what + "; send a line of its own for each day, with the quantity of that day");
    }
}
