package org.koppel.shared;

import java.math.BigDecimal;

/** How numbers are written for systems and in messages. */
public final class Numbers {
    private Numbers() {}

    /** Plain, without exponent and needless zeros: {@code 100}, {@code 0.5}. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
