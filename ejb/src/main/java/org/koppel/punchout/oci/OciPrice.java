package org.koppel.punchout.oci;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.koppel.document.Price;

/**
 * A price as PRICE and PRICEUNIT: at most 11 digits before and 3 after the point, for a whole number of up to 5 digits. A finer
 * price is given for ten, a hundred … units instead of being rounded, as long as the price unit has room.
 */
record OciPrice(String price, String unit) {
    private static final int DECIMALS = 3;
    private static final BigDecimal LARGEST_UNIT = new BigDecimal("99999");
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(11);

    /** @throws IllegalArgumentException when the price has more than 11 digits before the point */
    static OciPrice of(Price price) {
        return of(price, DECIMALS);
    }

    /**
     * The same with fewer decimals.
     *
     * @param decimals 0 to 3
     * @throws IllegalArgumentException when the price has more than 11 digits before the point
     */
    static OciPrice of(Price price, int decimals) {
        boolean roomy = price.baseQuantity().compareTo(LARGEST_UNIT) <= 0;
        OciPrice fine = scaled(price.amount().amount(), price.baseQuantity(), decimals);
        return roomy && fine.unit.matches("[0-9]{1,5}")
                ? fine
                : scaled(price.perOne().amount(), BigDecimal.ONE, decimals);
    }

    private static OciPrice scaled(BigDecimal price, BigDecimal base, int decimals) {
        BigDecimal amount = price.stripTrailingZeros();
        BigDecimal unit = base.stripTrailingZeros();
        while ((amount.scale() > decimals || unit.scale() > 0)
                && unit.movePointRight(1).compareTo(LARGEST_UNIT) <= 0) {
            amount = amount.movePointRight(1).stripTrailingZeros();
            unit = unit.movePointRight(1).stripTrailingZeros();
        }
        return new OciPrice(decimal(amount, decimals), unit.toPlainString());
    }

    /** A number with a point and at most three decimals, without grouping or needless zeros. */
    static String decimal(BigDecimal value) {
        return decimal(value, DECIMALS);
    }

    private static String decimal(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        if (rounded.signum() < 0 || rounded.compareTo(TOO_LARGE) >= 0) {
            throw new IllegalArgumentException("OCI cannot carry the number " + value.toPlainString());
        }
        return rounded.toPlainString();
    }
}
