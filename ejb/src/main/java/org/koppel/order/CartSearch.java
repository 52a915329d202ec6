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
 * and quantities. What is said with a cart is taken over, so a wrong one is worse than none: one that is only similar is named and nothing more.
 */
@ApplicationScoped
class CartSearch {
    @Inject
    ParkedCarts carts;

    @Inject
    PurchaseOrders orders;

    /**
     * The cart, if there is one. {@code several} are the references of carts that fit alike, none of which was taken; {@code similar} is the
     * one that may have been changed on its way, of which nothing is taken either.
     */
    record Found(Optional<ParkedCart> cart, List<String> several, Optional<ParkedCart> similar) {
        static final Found NONE = new Found(Optional.empty(), List.of(), Optional.empty());

        static Found one(ParkedCart cart) {
            return new Found(Optional.of(cart), List.of(), Optional.empty());
        }

        static Found several(List<ParkedCart> alike) {
            List<String> references = alike.stream().map(ParkedCart::reference).toList();
            return new Found(Optional.empty(), references, Optional.empty());
        }
    }

    /** Quantities by article, without surcharges; {@code unknown} counts the lines of which nobody knows what they mean. */
    private record Ordered(Map<String, BigDecimal> quantities, int unknown) {}

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
            return Found.one(named.get());
        }
        Ordered ordered = ordered(order, offers);
        Found alike = ordered.unknown() > 0 ? Found.NONE : alike(customer, ordered.quantities());
        return alike.equals(Found.NONE) ? similar(customer, ordered) : alike;
    }

    private Found similar(PartyId customer, Ordered ordered) {
        List<ParkedCart> similar = carts.similar(customer, ordered.quantities().keySet(), ordered.unknown());
        if (similar.size() > 1) {
            return Found.several(similar);
        }
        return new Found(Optional.empty(), List.of(), similar.stream().findFirst());
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
        return alike.size() == 1 || best.get() == Fit.AGAIN ? Found.one(alike.get(0)) : Found.several(alike);
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

    private static Ordered ordered(Order order, Map<String, Offer> offers) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        int unknown = 0;
        for (OrderLine line : SurchargeLines.of(order, offers).articles(order)) {
            Offer offer = offers.get(line.number());
            String article = offer == null ? line.item().sellersId() : offer.article();
            if (article == null) {
                unknown++;
            } else {
                ordered.merge(article, line.quantity().value(), BigDecimal::add);
            }
        }
        return new Ordered(ordered, unknown);
    }
}
