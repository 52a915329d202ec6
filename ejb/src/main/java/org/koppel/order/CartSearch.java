package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.catalogue.Offer;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.shared.PartyId;

/**
 * Finds the cart that an order comes from: by a reference that travelled with its lines or, where the buyer's system dropped that, by its articles
 * and quantities. What is said with a cart is taken over, so a wrong one is worse than none.
 */
@ApplicationScoped
class CartSearch {
    @Inject
    ParkedCarts carts;

    @Inject
    PurchaseOrders orders;

    /** The cart, if there is one. {@code several} are the references of carts that fit alike, none of which was taken. */
    record Found(Optional<ParkedCart> cart, List<String> several) {
        static final Found NONE = new Found(Optional.empty(), List.of());
    }

    /** How a cart fits an order that does not name it, best first. */
    private enum Fit {
        /** All that is left of a cart that waits. */
        WHOLE,
        /** What was ordered by its transfer already. */
        AGAIN,
        PART,
        EXPIRED_WHOLE,
        EXPIRED_PART
    }

    private record Fitting(ParkedCart cart, Fit fit) {}

    /** @param offers by line number, to know which article a line means */
    Found of(PartyId customer, Order order, Map<String, Offer> offers) {
        Optional<ParkedCart> named = carts.named(customer, references(order));
        if (named.isPresent()) {
            return new Found(named, List.of());
        }
        return ordered(order, offers).map(o -> alike(customer, o)).orElse(Found.NONE);
    }

    private Found alike(PartyId customer, Map<String, BigDecimal> ordered) {
        List<Fitting> fitting = carts.alike(customer, ordered.keySet()).stream()
                .flatMap(cart -> fit(cart, ordered).map(f -> new Fitting(cart, f)).stream())
                .toList();
        Optional<Fit> best = fitting.stream().map(Fitting::fit).min(Comparator.naturalOrder());
        List<ParkedCart> alike = fitting.stream()
                .filter(f -> f.fit() == best.get())
                .map(Fitting::cart)
                .toList();
        if (alike.isEmpty()) {
            return Found.NONE;
        }
        // an order that is here already waits for a person in any case: the newest says enough
        return alike.size() == 1 || best.get() == Fit.AGAIN
                ? new Found(Optional.of(alike.get(0)), List.of())
                : new Found(
                        Optional.empty(),
                        alike.stream().map(ParkedCart::reference).toList());
    }

    private Optional<Fit> fit(ParkedCart cart, Map<String, BigDecimal> ordered) {
        Map<String, BigDecimal> before = cart.data().atOnce() ? Map.of() : orders.orderedFrom(cart.id());
        boolean whole = true;
        for (ParkedCart.Line line : cart.lines()) {
            BigDecimal left = line.quantity().subtract(before.getOrDefault(line.article(), BigDecimal.ZERO));
            int compared = ordered.getOrDefault(line.article(), BigDecimal.ZERO).compareTo(left);
            if (compared > 0) {
                return Optional.empty();
            }
            whole &= compared == 0;
        }
        if (cart.data().atOnce()) {
            return whole ? Optional.of(Fit.AGAIN) : Optional.empty();
        }
        boolean expired = cart.data().expired() != null;
        return Optional.of(whole ? expired ? Fit.EXPIRED_WHOLE : Fit.WHOLE : expired ? Fit.EXPIRED_PART : Fit.PART);
    }

    private static Set<String> references(Order order) {
        return Stream.concat(order.references().stream(), order.lines().stream().flatMap(l -> l.references().stream()))
                .filter(r -> r.kind() == Reference.Kind.CART)
                .map(Reference::value)
                .collect(Collectors.toSet());
    }

    /** Quantities by article, without surcharges; empty when there is a line of which nobody knows what it means. */
    private static Optional<Map<String, BigDecimal>> ordered(Order order, Map<String, Offer> offers) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        for (OrderLine line : SurchargeLines.of(order, offers).articles(order)) {
            Offer offer = offers.get(line.number());
            String article = offer == null ? line.item().sellersId() : offer.article();
            if (article == null) {
                return Optional.empty();
            }
            ordered.merge(article, line.quantity().value(), BigDecimal::add);
        }
        return Optional.of(ordered);
    }
}
