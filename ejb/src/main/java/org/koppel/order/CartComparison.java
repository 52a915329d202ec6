package org.koppel.order;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.Offer;
import org.koppel.document.OrderLine;
import org.koppel.punchout.ParkedCart;
import org.koppel.shared.Units;

/**
 * What changed between the cart that went home and the order that came back ("accept and corrupt" is the usual failure). A cart may be
 * approved in parts: what other orders took of it is not expected again, and what this order leaves is not in this order, but dropped only
 * when the cart waits no more.
 */
final class CartComparison {
    private final List<ParkedCart.Line> unmatched;

    private final Map<String, BigDecimal> before;
    /** By article: buyers' systems split a line, by cost centre or by day, and its parts together are what was in the cart. */
    private final Map<String, ParkedCart.Line> matched = new HashMap<>();

    private final Map<String, BigDecimal> ordered = new HashMap<>();
    private final List<CartDifference> differences = new ArrayList<>();

    private CartComparison(ParkedCart cart, Map<String, BigDecimal> before) {
        this.before = before;
        this.unmatched = new ArrayList<>(cart.lines());
    }

    /**
     * @param before what other orders took of the cart, by article
     * @param offers by line number, to know which article a line means
     */
    static List<CartDifference> of(
            ParkedCart cart, Map<String, BigDecimal> before, List<OrderLine> lines, Map<String, Offer> offers) {
        CartComparison comparison = new CartComparison(cart, before);
        if (cart.data().expired() != null) {
            comparison.note(
                    cart.reference(),
                    "expired",
                    DateTimeFormatter.ISO_LOCAL_DATE.format(
                            cart.data().expired().atZone(ZoneOffset.UTC)),
                    null);
        }
        lines.forEach(line -> comparison.ordered.merge(
                String.valueOf(article(line, offers.get(line.number()))),
                line.quantity().value(),
                BigDecimal::add));
        lines.forEach(line -> comparison.compare(line, article(line, offers.get(line.number()))));
        comparison.left(cart.data().expired() == null ? "missing" : "dropped");
        return comparison.differences;
    }

    /** Notes what neither this order nor one before it took. */
    private void left(String field) {
        for (ParkedCart.Line line : unmatched) {
            BigDecimal left = left(line);
            if (left.signum() > 0) {
                note(line.article(), field, plain(left), null);
            }
        }
    }

    private BigDecimal left(ParkedCart.Line line) {
        BigDecimal taken = before.getOrDefault(line.article(), BigDecimal.ZERO);
        return line.quantity().subtract(taken).max(BigDecimal.ZERO);
    }

    private static String article(OrderLine line, Offer offer) {
        return offer == null ? line.item().sellersId() : offer.article();
    }

    private void compare(OrderLine line, String article) {
        ParkedCart.Line before = matched.get(String.valueOf(article));
        if (before != null) {
            compareUnit(line, before);
            comparePrice(line, before);
            return;
        }
        ParkedCart.Line parked = unmatched.stream()
                .filter(l -> l.article().equals(article))
                .findFirst()
                .orElse(null);
        if (parked == null) {
            note(line.number(), "added", null, plain(line.quantity().value()));
            return;
        }
        unmatched.remove(parked);
        matched.put(article, parked);
        compareQuantity(line, parked, ordered.get(article));
        compareUnit(line, parked);
        comparePrice(line, parked);
    }

    private void compareQuantity(OrderLine line, ParkedCart.Line parked, BigDecimal inOrder) {
        BigDecimal left = left(parked);
        if (left.compareTo(inOrder) != 0) {
            note(line.number(), "quantity", plain(left), plain(inOrder));
        }
    }

    private void compareUnit(OrderLine line, ParkedCart.Line parked) {
        if (!Units.fit(parked.unit(), line.quantity().unit())) {
            note(
                    line.number(),
                    "unit",
                    Units.iso(parked.unit()),
                    Units.iso(line.quantity().unit()));
        }
    }

    private void comparePrice(OrderLine line, ParkedCart.Line parked) {
        if (line.price() == null) {
            return;
        }
        BigDecimal inCart = parked.price().perOne().amount();
        BigDecimal inOrder = line.price().perOne().amount();
        boolean sameMoney =
                parked.price().amount().currency().equals(line.price().amount().currency());
        boolean rounded = parked.price().isRoundedTo(line.price().perOne());
        if (!sameMoney || inCart.compareTo(inOrder) != 0 && !rounded) {
            note(
                    line.number(),
                    "price",
                    parked.price().perOne().toString(),
                    line.price().perOne().toString());
        }
    }

    private void note(String line, String field, String inCart, String inOrder) {
        differences.add(new CartDifference(line, field, inCart, inOrder));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
