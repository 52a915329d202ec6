package org.koppel.codec;

import java.util.Optional;
import org.koppel.shared.Numbers;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * The deliveries in which a line of an XML order is wanted, as {@link EdiSchedule} for interchanges (decision 0113): one of the whole
 * quantity can be carried out, several, or one of a part, would go out at once and are a problem.
 */
public final class LineSchedule {
    private int deliveries;
    private String place;
    private Quantity quantity;

    /** One more delivery. @param its quantity; null when it names none, or none that can be read */
    public void add(String itsPlace, Quantity its) {
        deliveries++;
        place = itsPlace;
        quantity = its;
    }

    /** Why it cannot be carried out; nobody asks of a line that goes away or stays. @param ordered of the line; null when it cannot be read */
    public Optional<Problem> problem(Quantity ordered) {
        if (deliveries > 1) {
            return refused("The line is wanted in several deliveries");
        }
        if (quantity != null && ordered != null && !isWhole(ordered)) {
            return refused("The line orders " + words(ordered) + " and a delivery of " + words(quantity));
        }
        return Optional.empty();
    }

    private boolean isWhole(Quantity ordered) {
        return quantity.value().compareTo(ordered.value()) == 0 && Units.fit(quantity.unit(), ordered.unit());
    }

    private static String words(Quantity quantity) {
        String number = Numbers.plain(quantity.value());
        return quantity.unit().equals(UnitCode.AGREED) ? number : number + ' ' + quantity.unit();
    }

    private Optional<Problem> refused(String what) {
        String text = what + "; send a line of its own for each day, with the quantity of that day";
        return Optional.of(new Problem("UNSUPPORTED_VALUE", place, text));
    }
}
