package org.koppel.document;

import java.math.BigDecimal;
import org.koppel.shared.Money;

/**
 * What is taken off, or added: a discount, freight, a levy such as Recupel (UBL {@code cac:AllowanceCharge}). {@code amount} is
 * always there and never negative; {@code code} is of UNCL 5189 for an allowance and of UNCL 7161 for a charge ({@code AEO} collection
 * and recycling, {@code FC} freight), {@code reason} its words; one of the two is there. {@code percent} of {@code base} says how the
 * amount came about; both may be null. Category and rate of VAT: as of a line for those of a whole invoice, null for those of a line.
 */
public record AllowanceCharge(
        Kind kind,
        String code,
        String reason,
        BigDecimal percent,
        Money base,
        Money amount,
        String taxCategory,
        BigDecimal taxPercent) {

    /** See {@link AllowanceCharge}. */
    public enum Kind {
        ALLOWANCE,
        CHARGE
    }

    /** Whether it makes the sum greater. */
    public boolean adds() {
        return kind == Kind.CHARGE;
    }

    /** What it adds to the sum; negative for an allowance. */
    public Money effect() {
        return adds() ? amount : new Money(amount.amount().negate(), amount.currency());
    }

    /** The same under this category of VAT. */
    public AllowanceCharge in(String category) {
        return new AllowanceCharge(kind, code, reason, percent, base, amount, category, taxPercent);
    }
}
