package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.shared.Money;

/**
 * A visit's cart as it stands, with today's prices. {@code handedOver} is the reference of the visit's last cart when that went
 * home and no new one was begun (null otherwise); such a cart is shown without lines. {@code budgets} are those it counts against.
 */
public record PricedCart(List<Line> lines, String handedOver, List<Budget.Left> budgets) {

    /** What stands in a line's way, or should be known before the transfer. */
    public enum Remark {
        /** Not sold (to this customer) any more. */
        GONE(true),
        NO_PRICE(true),
        /** Minimum or step are not kept. */
        QUANTITY(true),
        /** Sold to this customer, but not to this person or this site. */
        NOT_FOR_YOU(true),
        /** One unit costs more than agreed. */
        TOO_DEAR(true),
        /** The same where that is only to be known. */
        DEAR(false),
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

    /** A line; {@code offer} is null when the article is not known any more, {@code amount} when it has no price or cannot be bought. */
    public record Line(
            int number, String article, BigDecimal quantity, Offer offer, Money amount, List<Remark> remarks) {
        public boolean isBlocked() {
            return remarks.stream().anyMatch(Remark::isBlocking);
        }

        /**
         * What comes on top of {@code amount}; none on an article that cannot be bought. Those that the price contains
         * together make up the cents that the line costs more in the customer's system.
         */
        public List<SurchargeAmount> surcharges() {
            if (offer == null || amount == null) {
                return List.of();
            }
            List<SurchargeAmount> amounts = new ArrayList<>();
            List<Surcharge> contained = new ArrayList<>();
            Money sofar = amount;
            for (Surcharge surcharge : offer.surcharges()) {
                if (surcharge.handling() == Surcharge.Handling.IN_PRICE) {
                    contained.add(surcharge);
                    Money with = offer.priceWith(contained).of(quantity);
                    amounts.add(new SurchargeAmount(surcharge, with.plus(sofar.times(BigDecimal.ONE.negate()))));
                    sofar = with;
                } else {
                    amounts.add(new SurchargeAmount(
                            surcharge, surcharge.amount().times(quantity).rounded()));
                }
            }
            return amounts;
        }
    }

    /** A surcharge of a line; {@code amount} is for the line's quantity. */
    public record SurchargeAmount(Surcharge surcharge, Money amount) {}

    public PricedCart {
        lines = List.copyOf(lines);
        budgets = List.copyOf(budgets);
    }

    /** Without budgets. */
    public PricedCart(List<Line> lines, String handedOver) {
        this(lines, handedOver, List.of());
    }

    /** The budgets that the cart is too much for. */
    public List<Budget.Left> exceeded() {
        BigDecimal net = total().map(Money::amount).orElse(BigDecimal.ZERO);
        return net.signum() == 0
                ? List.of()
                : budgets.stream().filter(b -> b.exceededBy(net)).toList();
    }

    /** Those of them that keep the cart from going home. */
    public List<Budget.Left> refusing() {
        return exceeded().stream()
                .filter(b -> b.budget().mode() == Budget.Mode.REFUSE)
                .toList();
    }

    /** By how much the cart is too much for a budget that it exceeds. */
    public Money excess(Budget.Left budget) {
        Money total = total().orElseThrow();
        return new Money(total.amount().subtract(budget.left()), total.currency());
    }

    /** Whether a line stands in the way of the transfer. */
    public boolean isBlocked() {
        return lines.stream().anyMatch(Line::isBlocked);
    }

    /** What the lines with a price come to with their surcharges, without VAT; empty when there is none. */
    public Optional<Money> total() {
        Stream<Money> surcharges =
                lines.stream().flatMap(l -> l.surcharges().stream()).map(SurchargeAmount::amount);
        Stream<Money> articles = lines.stream().map(Line::amount).filter(a -> a != null);
        return Stream.concat(articles, surcharges).reduce(Money::plus);
    }

    /** Whether it has lines, all of them can be ordered, and no budget forbids it. */
    public boolean isTransferable() {
        return !lines.isEmpty() && !isBlocked() && refusing().isEmpty();
    }
}
