package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.PriceSteps;
import org.koppel.catalogue.Wanted;
import org.koppel.document.Price;
import org.koppel.shared.Units;

/** What the buyer of a cart may do with one click: take a dead article's successor, or so much more that it gets cheaper. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class CartAdvice {
    @Inject
    Offers offers;

    @Inject
    PriceSteps steps;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    /** Advice by article. */
    public record Given(Map<String, Replacement> replacements, Map<String, NextPrice> nextPrices) {
        public static final Given NONE = new Given(Map.of(), Map.of());

        /** Null when there is none. */
        public Replacement replacement(String article) {
            return replacements.get(article);
        }

        /** Null when more is not cheaper. */
        public NextPrice nextPrice(String article) {
            return nextPrices.get(article);
        }
    }

    /**
     * What replaces a dead article, priced for the quantity.
     *
     * @param quantity that of the dead article, raised to the successor's packs; null where they are sold by different units and a person
     *     has to choose
     */
    public record Replacement(Offer offer, BigDecimal quantity) {}

    /** The next quantity that costs less each, how much more that is than now, and the price there. */
    public record NextPrice(BigDecimal quantity, BigDecimal more, Price price) {}

    /** Asks the catalogue twice, and once more where an article is dead. Nothing for a visit that cannot change anything. */
    public Given of(Visit visit, PricedCart cart) {
        return visit.readOnly() || cart.lines().isEmpty()
                ? Given.NONE
                : new Given(replacements(visit, cart.lines()), nextPrices(visit, cart.lines()));
    }

    private Map<String, Replacement> replacements(Visit visit, List<PricedCart.Line> lines) {
        List<PricedCart.Line> dead = lines.stream()
                .filter(l -> l.remarks().contains(PricedCart.Remark.GONE))
                .filter(l -> l.offer() != null && l.offer().successor() != null)
                .toList();
        List<Wanted> wanted = dead.stream()
                .map(l -> new Wanted(l.article(), l.offer().successor(), null, null, null, l.quantity()))
                .toList();
        Map<String, Offer> found = offers.offers(terms.audience(visit), wanted, visit.language());
        Set<String> forbidden = terms.forbidden(
                visit, found.values().stream().map(Offer::article).toList());
        Map<String, Replacement> replacements = new HashMap<>();
        for (PricedCart.Line line : dead) {
            Optional.ofNullable(found.get(line.article()))
                    .filter(o -> o.visible() && o.price() != null && !forbidden.contains(o.article()))
                    .ifPresent(o -> replacements.put(line.article(), replacement(line, o)));
        }
        return replacements;
    }

    private static Replacement replacement(PricedCart.Line line, Offer successor) {
        boolean same = Units.same(line.offer().unit(), successor.unit());
        return new Replacement(successor, same ? OrderQuantity.roundedUp(successor, line.quantity()) : null);
    }

    private Map<String, NextPrice> nextPrices(Visit visit, List<PricedCart.Line> lines) {
        Map<String, PricedCart.Line> sold = new LinkedHashMap<>();
        lines.stream().filter(l -> l.amount() != null && !l.isBlocked()).forEach(l -> sold.put(l.article(), l));
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        sold.values().forEach(l -> quantities.put(l.article(), l.quantity()));
        List<Wanted> questions = new ArrayList<>();
        steps.above(visit.customer(), quantities)
                .forEach((article, from) -> from.stream()
                        .map(f -> OrderQuantity.roundedUp(sold.get(article).offer(), f))
                        .distinct()
                        .forEach(q -> questions.add(new Wanted(key(article, q), article, null, null, null, q))));
        Map<String, Offer> found = offers.offers(terms.audience(visit), questions, visit.language());
        Map<String, NextPrice> next = new HashMap<>();
        for (Wanted question : questions) {
            Offer then = found.get(question.key());
            PricedCart.Line now = sold.get(question.article());
            if (then != null && isCheaper(then, now, question.quantity())) {
                BigDecimal more = question.quantity().subtract(now.quantity());
                next.putIfAbsent(question.article(), new NextPrice(question.quantity(), more, then.price()));
            }
        }
        return next;
    }

    private static boolean isCheaper(Offer then, PricedCart.Line now, BigDecimal quantity) {
        return then.price() != null
                && quantity.compareTo(now.quantity()) > 0
                && OrderQuantity.check(then, quantity).isEmpty()
                && then.price().amount().currency().equals(now.amount().currency())
                && then.price()
                                .perOne()
                                .amount()
                                .compareTo(now.offer().price().perOne().amount())
                        < 0;
    }

    private static String key(String article, BigDecimal quantity) {
        return article + " " + quantity.toPlainString();
    }
}
