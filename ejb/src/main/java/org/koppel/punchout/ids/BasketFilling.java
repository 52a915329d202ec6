package org.koppel.punchout.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.punchout.Audiences;
import org.koppel.punchout.Carts;
import org.koppel.punchout.QuantityRefusedException;
import org.koppel.punchout.UnknownArticleException;
import org.koppel.punchout.Visit;
import org.koppel.punchout.ids.RefusedPosition.Reason;

/**
 * Puts a craftsman's basket into the cart of a visit, as far as that is possible: our prices and order quantities count. Every
 * article is its own transaction, so that one that cannot be ordered does not take the others along.
 */
@ApplicationScoped
class BasketFilling {
    @Inject
    Offers offers;

    @Inject
    Audiences audiences;

    @Inject
    Surcharges surcharges;

    @Inject
    Carts carts;

    @Inject
    Baskets baskets;

    /** @return what could not be taken, in the order of the basket */
    List<RefusedPosition> fill(Visit visit, Basket basket) {
        List<RefusedPosition> refused = new ArrayList<>();
        List<Basket.Position> taken = new ArrayList<>();
        for (List<Basket.Position> same : byArticle(visit, basket, refused).values()) {
            try {
                carts.add(visit, same.get(0).article(), sum(same));
                taken.addAll(same);
            } catch (UnknownArticleException e) {
                same.forEach(p -> refused.add(RefusedPosition.unknown(p)));
            } catch (QuantityRefusedException e) {
                Offer offer = e.offer();
                same.forEach(p -> refused.add(RefusedPosition.of(p, Reason.QUANTITY, offer.minimum(), offer.step())));
            }
        }
        baskets.keep(visit.id(), new Basket(basket.header(), taken));
        return refused;
    }

    /**
     * The positions under the number that the catalogue knows; those of an article it does not know are refused. Positions of
     * surcharges are left out: the articles bring today's.
     */
    private Map<String, List<Basket.Position>> byArticle(Visit visit, Basket basket, List<RefusedPosition> refused) {
        Map<String, Offer> known = offers.offers(audiences.of(visit), questions(basket), visit.language());
        Map<String, List<Basket.Position>> byArticle = new LinkedHashMap<>();
        Set<String> levies = surcharges.known(basket.positions().stream()
                .map(Basket.Position::article)
                .filter(Objects::nonNull)
                .toList());
        int index = 0;
        for (Basket.Position position : basket.positions()) {
            Offer offer = known.getOrDefault("article:" + index, known.get("gtin:" + index));
            index++;
            if (offer == null && position.article() != null && levies.contains(position.article())) {
                continue;
            }
            if (offer == null || !offer.visible()) {
                refused.add(RefusedPosition.unknown(position));
            } else {
                byArticle
                        .computeIfAbsent(offer.article(), a -> new ArrayList<>())
                        .add(known(position, offer.article()));
            }
        }
        return byArticle;
    }

    /** By our number, which the interface demands, and by EAN for software that leaves it out or has an old one. */
    private static List<Wanted> questions(Basket basket) {
        List<Wanted> questions = new ArrayList<>();
        for (int i = 0; i < basket.positions().size(); i++) {
            Basket.Position position = basket.positions().get(i);
            if (position.article() != null) {
                questions.add(new Wanted("article:" + i, position.article(), null, null, null, position.quantity()));
            }
            if (position.gtin() != null) {
                questions.add(new Wanted("gtin:" + i, null, null, null, position.gtin(), position.quantity()));
            }
        }
        return questions;
    }

    private static Basket.Position known(Basket.Position as, String article) {
        return new Basket.Position(
                article, as.gtin(), as.quantity(), as.text(), as.reference(), as.subReference(), as.row());
    }

    private static BigDecimal sum(List<Basket.Position> positions) {
        return positions.stream().map(Basket.Position::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
