package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.catalogue.ArticleDetail;
import org.koppel.catalogue.Articles;

/** Ends a visit: the cart goes home and is parked, or is given up. The form that does it can be had again and again. */
@ApplicationScoped
@Transactional
public class Transfers {
    @Inject
    StoredCarts carts;

    @Inject
    CartPricing pricing;

    @Inject
    Articles articles;

    @Inject
    @Any
    Instance<HandBack> handBacks;

    @Inject
    Clock clock;

    /**
     * Freezes the open cart at today's prices and parks it. A cart that went home already stays as it is.
     *
     * @throws CartNotTransferableException when it is empty or has lines that cannot be ordered
     */
    public void transfer(Visit visit) {
        carts.lockVisit(visit.id());
        Cart cart = carts.latest(visit.id()).orElseThrow(() -> new CartNotTransferableException(true));
        if (cart.status() == Cart.Status.TRANSFERRED || cart.status() == Cart.Status.ORDERED) {
            return;
        }
        PricedCart priced = new PricedCart(pricing.price(visit, cart.lines()), null);
        if (cart.status() != Cart.Status.OPEN || !priced.isTransferable()) {
            throw new CartNotTransferableException(priced.lines().isEmpty());
        }
        cart.transfer(priced.lines().stream().map(l -> item(visit, l)).toList(), clock.instant());
    }

    /** Gives the open cart up, if there is one. */
    public void cancel(Visit visit) {
        carts.lockVisit(visit.id());
        carts.latest(visit.id()).filter(c -> c.status() == Cart.Status.OPEN).ifPresent(c -> c.cancel(clock.instant()));
    }

    /**
     * The form of the visit's last cart.
     *
     * @throws CartNotTransferableException when no cart went home yet
     */
    public ReturnForm transferForm(Visit visit) {
        Cart cart = carts.latest(visit.id())
                .filter(c -> c.status() == Cart.Status.TRANSFERRED || c.status() == Cart.Status.ORDERED)
                .orElseThrow(() -> new CartNotTransferableException(true));
        List<CartItem> items = cart.lines().stream().map(CartLine::frozen).toList();
        return handBack(visit).transfer(visit, cart.reference(), CartItem.withSurcharges(items));
    }

    public ReturnForm cancelForm(Visit visit) {
        return handBack(visit).cancel(visit);
    }

    private HandBack handBack(Visit visit) {
        Stream<HandBack> known = handBacks.stream();
        return known.filter(h -> h.mechanism().equals(visit.mechanism()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No hand-back for " + visit.mechanism()));
    }

    private CartItem item(Visit visit, PricedCart.Line line) {
        String text = articles.detail(visit.customer(), line.article(), visit.language())
                .map(ArticleDetail::text)
                .filter(t -> !t.isBlank())
                .orElse(null);
        return CartItem.of(line.number(), line.offer(), line.quantity(), text);
    }
}
