package org.koppel.codec.edifact;

import java.math.BigDecimal;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** PRI 5284 and 6411 (C509): for how many of which unit a price is. */
final class PriceBasis {
    private PriceBasis() {}

    /**
     * One where PRI names no number; null, with a problem, where it cannot be read, or where the price is for another unit than that of
     * the line, as the price of a kilogram for what is counted in pieces. A QTY without a unit counts whatever the article is sold in,
     * which nobody knows here: a price of pieces is taken for so many of it, since PCE is written with anything, and every other unit is
     * a problem.
     *
     * @param qty of the line, whose faults are noted where it is read; null where it has none, which leaves its unit as it was ordered
     */
    static BigDecimal of(EdiSegment pri, EdiSegment qty, EdiFields fields) {
        UnitCode unit = fields.unit(pri, 1, 6);
        if (unit == null) {
            return null;
        }
        String fault = qty == null ? null : fault(unit, qty, fields);
        if (fault != null) {
            String text = "A price by \"" + pri.at(1, 6) + "\" " + fault;
            fields.problems().add(pri, 1, 6, Kind.BAD_VALUE, "UNSUPPORTED_VALUE", text);
            return null;
        }
        return pri.at(1, 5) == null ? BigDecimal.ONE : fields.positive(pri, 1, 5);
    }

    /** Null where a price for the unit is one for what QTY counts. */
    private static String fault(UnitCode unit, EdiSegment qty, EdiFields fields) {
        UnitCode counted = fields.understood(qty, 1, 3).orElse(unit);
        if (!Units.fit(unit, counted)) {
            return "cannot be turned into one for the unit of the line, \"" + qty.at(1, 3)
                    + "\"; send the price of that unit";
        }
        boolean open = counted.equals(UnitCode.AGREED) && !Units.fit(unit, UnitCode.PIECE);
        return open ? "says nothing of a quantity without a unit; send the unit in QTY, too" : null;
    }
}
