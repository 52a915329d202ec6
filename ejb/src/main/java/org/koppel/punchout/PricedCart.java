package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.shared.Money;

/**
 * A visit's cart as it stands, with today's prices. {@code handedOver} is the reference of the visit's last cart when that went
 * home and no new one was begun (null otherwise); such a cart is shown without lines.
 */
public record PricedCart(List<Line> lines, String handedOver) {

    /** What stands in a line's way, or should be known before the transfer. */
    public enum Remark {
        /** Not sold (to this customer) any more. */
        GONE(true),
        NO_PRICE(true),
        /** Minimum or step are not kept. */
        QUANTITY(true),
        /** Less in stock than wanted. */
        SHORT(false);

        private final boolean blocking;

        Remark(boolean blocking) {
            this.blocking = blocking;
        }

        public boolean isBlocking() {
            return blocking;
        }
    }

    /** A line; {@code offer} is null when the article is not known any more, {@code amount} when it has no price. */
    public record Line(
            int number, String article, BigDecimal quantity, Offer offer, Money amount, List<Remark> remarks) {
        public boolean isBlocked() {
            return remarks.stream().anyMatch(Remark::isBlocking);
        }
    }

    public PricedCart {
        lines = List.copyOf(lines);
    }

    /** What the lines with a price come to, without VAT; empty when there is none. */
    public Optional<Money> total() {
        return lines.stream().map(Line::amount).filter(a -> a != null).reduce(Money::plus);
    }

    /** Whether it has lines and all of them can be ordered. */
    public boolean isTransferable() {
        return !lines.isEmpty() && lines.stream().noneMatch(Line::isBlocked);
    }
}
