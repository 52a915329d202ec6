package org.koppel.document;

import java.math.BigDecimal;
import java.math.MathContext;
import org.koppel.shared.Money;

/**
 * A net price without VAT: {@code amount} for {@code baseQuantity} units (UBL {@code cbc:BaseQuantity}, OCI PRICEUNIT, cXML
 * PriceBasisQuantity).
 */
public record Price(Money amount, BigDecimal baseQuantity) {

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

    /** What so many units cost, rounded to cents. */
    public Money of(BigDecimal quantity) {
        return new Money(
                        amount.amount().multiply(quantity).divide(baseQuantity, MathContext.DECIMAL64),
                        amount.currency())
                .rounded();
    }
}
