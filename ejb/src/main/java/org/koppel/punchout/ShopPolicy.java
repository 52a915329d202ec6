package org.koppel.punchout;

import java.math.BigDecimal;
import org.koppel.catalogue.Offer;

/**
 * What is agreed with a customer about its carts: {@code parkedDays} is how long one waits for its order, {@code noticeDays}
 * how long before the end the buyer is told (0: not before), {@code priceCap} the highest net price of one unit (null: none).
 */
public record ShopPolicy(AtOnce atOnce, int parkedDays, int noticeDays, BigDecimal priceCap, Budget.Mode priceCapMode) {
    public static final ShopPolicy USUAL = new ShopPolicy(AtOnce.NO, 30, 3, null, Budget.Mode.REFUSE);

    /** Whether one unit costs more than agreed. */
    public boolean isTooDear(Offer offer) {
        return priceCap != null
                && offer.price() != null
                && offer.price().perOne().amount().compareTo(priceCap) > 0;
    }

    /** Whether a transferred cart is an order without the buyer's system approving it, and what that system gets then. */
    public enum AtOnce {
        NO,
        RETURN_NOTHING,
        RETURN_CART
    }
}
