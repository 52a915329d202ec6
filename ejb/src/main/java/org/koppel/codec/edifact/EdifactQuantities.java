package org.koppel.codec.edifact;

import java.math.BigDecimal;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** QTY, which may leave out its unit. */
final class EdifactQuantities {
    private EdifactQuantities() {}

    /** Null when the number or the unit cannot be read. @param value as it was read; may be null */
    static Quantity of(EdiSegment qty, EdiFields fields, BigDecimal value) {
        UnitCode unit = fields.unit(qty, 1, 3);
        return value == null || unit == null ? null : new Quantity(value, unit);
    }
}
