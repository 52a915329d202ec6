package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.document.Price;

/** Asks the catalogue for all lines at once and says what is wrong with each. */
@ApplicationScoped
class CartPricing {
    @Inject
    Offers offers;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    List<PricedCart.Line> price(Visit visit, List<CartLine> lines, ShopPolicy policy) {
        List<Wanted> wanted = lines.stream()
                .map(l -> Wanted.article(l.article(), l.quantity()))
                .toList();
        Map<String, Offer> known =
                lines.isEmpty() ? Map.of() : offers.offers(visit.customer(), wanted, visit.language());
        Set<String> forbidden =
                terms.forbidden(visit, lines.stream().map(CartLine::article).toList());
        List<PricedCart.Line> priced = new ArrayList<>();
        for (CartLine line : lines) {
            Offer offer = known.get(line.article());
            List<PricedCart.Remark> remarks = remarks(offer, line.quantity(), policy);
            if (forbidden.contains(line.article())) {
                remarks.add(PricedCart.Remark.NOT_FOR_YOU);
            }
            priced.add(line(priced.size() + 1, line, offer, remarks));
        }
        return priced;
    }

    /** The article for the customer, also a dead one; empty when there is none of that number. */
    Optional<Offer> known(Visit visit, String article) {
        Map<String, Offer> found =
                offers.offers(visit.customer(), List.of(Wanted.article(article, null)), visit.language());
        return Optional.ofNullable(found.get(article));
    }

    /** The article for the customer, priced for its minimum; empty when there is none in the assortment. */
    Optional<Offer> offer(Visit visit, String article) {
        return known(visit, article)
                .filter(Offer::visible)
                .filter(o -> terms.forbidden(visit, List.of(o.article())).isEmpty());
    }

    private static PricedCart.Line line(int number, CartLine line, Offer offer, List<PricedCart.Remark> remarks) {
        Price price = offer == null || !offer.visible() ? null : offer.price(); // what cannot be bought costs nothing
        return new PricedCart.Line(
                number,
                line.article(),
                line.quantity(),
                offer,
                price == null ? null : price.of(line.quantity()),
                remarks);
    }

    private static List<PricedCart.Remark> remarks(Offer offer, BigDecimal quantity, ShopPolicy policy) {
        if (offer == null || !offer.visible()) {
            return new ArrayList<>(List.of(PricedCart.Remark.GONE));
        }
        List<PricedCart.Remark> remarks = new ArrayList<>();
        if (policy.isTooDear(offer)) {
            boolean refused = policy.priceCapMode() == Budget.Mode.REFUSE;
            remarks.add(refused ? PricedCart.Remark.TOO_DEAR : PricedCart.Remark.DEAR);
        }
        if (offer.price() == null) {
            remarks.add(PricedCart.Remark.NO_PRICE);
        }
        if (OrderQuantity.check(offer, quantity).isPresent()) {
            remarks.add(PricedCart.Remark.QUANTITY);
        }
        if (offer.stock() != null && offer.stock().compareTo(quantity) < 0) {
            remarks.add(PricedCart.Remark.SHORT);
        }
        return remarks;
    }
}
