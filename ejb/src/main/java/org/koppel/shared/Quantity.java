package org.koppel.shared;

import java.math.BigDecimal;

/** How many of which unit. Never negative; zero stands for "none", as in the confirmed quantity of a rejected line. */
public record Quantity(BigDecimal value, UnitCode unit) {

    /** @throws IllegalArgumentException when a part is missing or the value is negative */
    public Quantity {
        if (value == null || unit == null || value.signum() < 0) {
            throw new IllegalArgumentException("Not a quantity: " + value + " " + unit);
        }
    }

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), new UnitCode(unit));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
