package org.koppel.punchout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.koppel.catalogue.Offer;

/**
 * Whether so much of an article can be ordered: at least the minimum, in multiples of the step, with at most three decimals
 * (what the buyers' systems can carry).
 */
final class OrderQuantity {
    static final BigDecimal LARGEST = new BigDecimal("9999999");
    private static final int DECIMALS = 3;

    private OrderQuantity() {}

    static Optional<QuantityRefusedException.Reason> check(Offer offer, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return Optional.of(QuantityRefusedException.Reason.NOT_POSITIVE);
        }
        if (quantity.compareTo(LARGEST) > 0) {
            return Optional.of(QuantityRefusedException.Reason.TOO_LARGE);
        }
        if (quantity.compareTo(offer.minimum()) < 0) {
            return Optional.of(QuantityRefusedException.Reason.BELOW_MINIMUM);
        }
        boolean fits = isStep(offer, quantity) && quantity.stripTrailingZeros().scale() <= DECIMALS;
        return fits ? Optional.empty() : Optional.of(QuantityRefusedException.Reason.NOT_A_STEP);
    }

    /** The nearest quantity that can be ordered and is not less than the wanted one; never more than {@link #LARGEST} allows. */
    static BigDecimal roundedUp(Offer offer, BigDecimal wanted) {
        BigDecimal atLeast = wanted.min(LARGEST).max(offer.minimum());
        return plain(steps(offer, atLeast, RoundingMode.UP));
    }

    /** The nearest quantity below the wanted one that can be ordered, or empty when that would be too little. */
    static Optional<BigDecimal> roundedDown(Offer offer, BigDecimal wanted) {
        BigDecimal lower = plain(steps(offer, wanted.min(LARGEST), RoundingMode.DOWN));
        return Optional.of(lower).filter(l -> l.signum() > 0 && l.compareTo(offer.minimum()) >= 0);
    }

    private static BigDecimal steps(Offer offer, BigDecimal quantity, RoundingMode mode) {
        BigDecimal step = step(offer);
        return quantity.divide(step, 0, mode).multiply(step);
    }

    private static boolean isStep(Offer offer, BigDecimal quantity) {
        return quantity.remainder(step(offer)).signum() == 0;
    }

    private static BigDecimal step(Offer offer) {
        return offer.step().signum() > 0 ? offer.step() : BigDecimal.ONE;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
