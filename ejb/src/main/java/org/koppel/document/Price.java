package org.koppel.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.koppel.shared.Money;

/**
 * A net price without VAT: {@code amount} for {@code baseQuantity} units (UBL {@code cbc:BaseQuantity}, OCI PRICEUNIT, cXML
 * PriceBasisQuantity). The base is null only in an answer that names none because it means that of the ordered price ({@link #asOrdered}).
 */
public record Price(Money amount, BigDecimal baseQuantity) {
    private static final int LEAST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 6;

    /** @throws IllegalArgumentException when the amount is missing or the base quantity is not positive */
    public Price {
        if (amount == null || baseQuantity != null && baseQuantity.signum() <= 0) {
            throw new IllegalArgumentException("Not a price: " + amount + " per " + baseQuantity);
        }
    }

    public static Price perUnit(Money amount) {
        return new Price(amount, BigDecimal.ONE);
    }

    /** For as many units as the ordered price is, which whoever reads it does not know; {@link #withBaseOf} tells. */
    public static Price asOrdered(Money amount) {
        return new Price(amount, null);
    }

    /** The same with the base of the ordered price where it names none; of one unit where none was ordered (null). */
    public Price withBaseOf(Price ordered) {
        if (baseQuantity != null) {
            return this;
        }
        return new Price(amount, ordered == null ? BigDecimal.ONE : ordered.baseQuantity);
    }

    /** The same price for another number of units, with six decimals at most. */
    public Price per(BigDecimal units) {
        BigDecimal exact = amount.amount().multiply(units).divide(base(), MathContext.DECIMAL64);
        BigDecimal kept = exact.scale() > MOST_DECIMALS ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : exact;
        return new Price(new Money(kept, amount.currency()), units);
    }

    private BigDecimal base() {
        if (baseQuantity == null) {
            throw new IllegalStateException("The price " + amount + " has the base of an order that is not known here");
        }
        return baseQuantity;
    }

    /** Price of one unit, not rounded. */
    public Money perOne() {
        return new Money(amount.amount().divide(base(), MathContext.DECIMAL64), amount.currency());
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
        return new Money(amount.amount().multiply(quantity).divide(base(), MathContext.DECIMAL64), amount.currency())
                .rounded();
    }
}
