package org.koppel.punchout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/** The cart that a visit began with; {@link #NONE} for visits that began with nothing. */
public record FormerCart(List<FormerLine> lines) {
    public static final FormerCart NONE = new FormerCart(List.of());

    private static final int PRICE_DECIMALS = 4; // what every buyer's system keeps

    /** What is different today. */
    public enum Change {
        /** It was not in the cart. */
        ADDED,
        DEARER,
        CHEAPER,
        /** The same quantity means something else now. */
        UNIT
    }

    public FormerCart {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<FormerLine> line(String article) {
        return lines.stream().filter(l -> l.article().equals(article)).findFirst();
    }

    /** What the buyer should know about a line before it goes home again. Prices per different units are not compared. */
    public List<Change> changes(PricedCart.Line now) {
        if (isEmpty()) {
            return List.of();
        }
        Optional<FormerLine> former = line(now.article());
        if (former.isEmpty()) {
            return List.of(Change.ADDED);
        }
        Offer offer = now.offer();
        if (offer == null || !offer.visible()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        if (former.get().unit() != null && !Units.same(former.get().unit(), offer.unit())) {
            changes.add(Change.UNIT);
        } else {
            price(former.get().price(), offer.handedPrice()).ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<Change> price(Price before, Price today) {
        if (before == null
                || today == null
                || !before.amount().currency().equals(today.amount().currency())) {
            return Optional.empty();
        }
        int dearer = rounded(today.perOne()).compareTo(rounded(before.perOne()));
        return dearer == 0 ? Optional.empty() : Optional.of(dearer > 0 ? Change.DEARER : Change.CHEAPER);
    }

    private static BigDecimal rounded(Money money) {
        return money.amount().setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
