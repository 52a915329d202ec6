package org.koppel.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.koppel.shared.Money;

/**
 * A net price without VAT: {@code amount} for {@code baseQuantity} units (UBL {@code cbc:BaseQuantity}, OCI PRICEUNIT, cXML
 * PriceBasisQuantity).
 */
public record Price(Money amount, BigDecimal baseQuantity) {
    private static final int LEAST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 6;

    /** @throws IllegalArgumentException when a part is missing or the base quantity is not positive */
    public Price {
        if (amount == null || baseQuantity == null || baseQuantity.signum() <= 0) {
            throw new IllegalArgumentException("Not a price: " + amount + " per " + baseQuantity);
        }
    }

    public static Price perUnit(Money amount) {
        return new Price(amount, BigDecimal.ONE);
    }

    /** Price of one unit, not rounded. */
    public Money perOne() {
        return new Money(amount.amount().divide(baseQuantity, MathContext.DECIMAL64), amount.currency());
    }

    /**
     * Whether an amount is the price of one unit as systems write it that know no price unit: rounded to four, five or six
     * decimals. Fewer decimals change what a line costs and are another price.
     */
    public boolean isRoundedTo(Money one) {
        if (!one.currency().equals(amount.currency())) {
            return false;
        }
        BigDecimal exact = perOne().amount();
        return IntStream.rangeClosed(LEAST_DECIMALS, MOST_DECIMALS)
                .mapToObj(decimals -> exact.setScale(decimals, RoundingMode.HALF_UP))
                .anyMatch(rounded -> rounded.compareTo(one.amount()) == 0);
    }

    /** What so many units cost, rounded to cents. */
    public Money of(BigDecimal quantity) {
        return new Money(
                        amount.amount().multiply(quantity).divide(baseQuantity, MathContext.DECIMAL64),
                        amount.currency())
                .rounded();
    }
}
