package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.koppel.catalogue.Articles;
import org.koppel.shared.Money;

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
    StoredFormerCarts former;

    @Inject
    @Any
    Instance<HandBack> handBacks;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    @Inject
    Clock clock;

    /**
     * Freezes the open cart at today's prices and what the buyer said with it, and parks it. A cart that went home already stays
     * as it is.
     *
     * @return the cart when it is an order by its transfer, which is to be placed now; pressed twice it is the same
     * @throws CartNotTransferableException when it is empty and does not replace another, has lines that cannot be ordered, or is
     *     too much for a budget
     * @throws CartNotReturnableException when the mechanism cannot bring it home; it stays open then
     */
    public Optional<TransferredCart> transfer(Visit visit) {
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        Cart cart = carts.latest(visit.id()).orElseThrow(() -> new CartNotTransferableException(true));
        if (cart.status() == Cart.Status.TRANSFERRED || cart.status() == Cart.Status.ORDERED) {
            return atOnce(cart);
        }
        Shopper shopper = terms.shopper(visit);
        String site =
                cart.wishes().site() == null ? shopper.site() : cart.wishes().site();
        ShopPolicy policy = terms.policy(visit);
        PricedCart priced = new PricedCart(
                pricing.price(visit, cart.lines(), policy), null, terms.budgets(visit, shopper, site, true));
        boolean emptied = visit.purpose().replaces() && priced.lines().isEmpty();
        if (cart.status() != Cart.Status.OPEN || !priced.isTransferable() && !emptied) {
            throw new CartNotTransferableException(priced.lines().isEmpty());
        }
        Instant now = clock.instant();
        List<CartItem> items = items(visit, cart, priced, site);
        Cart.Parking parking = parking(visit, shopper, site, policy, priced, now);
        cart.transfer(items, parking, now);
        if (parking.goesHome()) {
            handBack(visit).prepare(visit, cart.reference(), CartItem.withSurcharges(items));
        }
        if (visit.purpose().replaces()) {
            former.replace(visit.customer(), cart.reference(), cart.id(), now);
        }
        return atOnce(cart);
    }

    /** The lines as they were sold, each with what the buyer said of it. */
    private List<CartItem> items(Visit visit, Cart cart, PricedCart priced, String site) {
        Map<String, String> texts = articles.texts(
                priced.lines().stream().map(PricedCart.Line::article).toList(), visit.language());
        List<CartItem> items = new ArrayList<>();
        for (PricedCart.Line line : priced.lines()) {
            LineWishes own = cart.lines().get(items.size()).wishes();
            items.add(item(line, texts.get(line.article())).with(wishes(own, cart.wishes(), site)));
        }
        return items;
    }

    private static Cart.Parking parking(
            Visit visit, Shopper shopper, String site, ShopPolicy policy, PricedCart priced, Instant now) {
        boolean atOnce = ordersAtOnce(policy, visit);
        return new Cart.Parking(
                shopper,
                site,
                priced.total().map(Money::amount).orElse(BigDecimal.ZERO),
                now.plus(Duration.ofDays(policy.parkedDays())),
                atOnce,
                !atOnce || policy.atOnce() == ShopPolicy.AtOnce.RETURN_CART);
    }

    private static Wishes wishes(LineWishes line, OrderWishes whole, String site) {
        String costCentre = line.costCentre() == null ? whole.costCentre() : line.costCentre();
        return new Wishes(line.delivery(), costCentre, line.text(), site, whole.cardText());
    }

    /** Gives the open cart up, if there is one. A cart that came back stays until the visit is over: the buyer may go on with it. */
    public void cancel(Visit visit) {
        if (visit.readOnly() || visit.purpose().replaces()) {
            return;
        }
        carts.lockVisit(visit.id());
        carts.latest(visit.id()).filter(c -> c.status() == Cart.Status.OPEN).ifPresent(c -> c.cancel(clock.instant()));
    }

    /**
     * The form of the visit's last cart.
     *
     * @throws CartNotTransferableException when no cart went home yet
     */
    public ReturnForm transferForm(Visit visit) {
        return transferForm(visit, carts.latest(visit.id()).orElseThrow(() -> new CartNotTransferableException(true)));
    }

    private ReturnForm transferForm(Visit visit, Cart cart) {
        if (cart.status() != Cart.Status.TRANSFERRED && cart.status() != Cart.Status.ORDERED) {
            throw new CartNotTransferableException(true);
        }
        List<CartItem> items = cart.lines().stream().map(CartLine::frozen).toList();
        return handBack(visit).transfer(visit, cart.reference(), CartItem.withSurcharges(items));
    }

    /** What the buyer sees after the transfer: the order, where the transfer was one, and the form that goes back. */
    public record WayHome(Optional<TransferredCart> order, ReturnForm form) {}

    /**
     * Of the visit's last cart. Of one that is an order already, the form is what was agreed: the cart, or nothing.
     *
     * @throws CartNotTransferableException when no cart went home yet
     */
    public WayHome wayHome(Visit visit) {
        Cart cart = carts.latest(visit.id()).orElseThrow(() -> new CartNotTransferableException(true));
        Optional<TransferredCart> order = atOnce(cart);
        boolean nothing = order.isPresent() && terms.policy(visit).atOnce() != ShopPolicy.AtOnce.RETURN_CART;
        return new WayHome(order, nothing ? cancelForm(visit) : transferForm(visit, cart));
    }

    /** The visit's last cart when it went home as an order, whether that was placed already or not. */
    public Optional<TransferredCart> atOnce(Visit visit) {
        return carts.latest(visit.id()).flatMap(Transfers::atOnce);
    }

    private static Optional<TransferredCart> atOnce(Cart cart) {
        return cart.transferredAt() != null && cart.atOnce() ? Optional.of(cart.transferred()) : Optional.empty();
    }

    /** Whether a transfer of this visit is an order. */
    public boolean ordersAtOnce(Visit visit) {
        return ordersAtOnce(terms.policy(visit), visit);
    }

    /** A cart that replaces another goes home in any case: the buyer's system decides what becomes of the one it replaces. */
    private static boolean ordersAtOnce(ShopPolicy policy, Visit visit) {
        return policy.atOnce() != ShopPolicy.AtOnce.NO && !visit.purpose().replaces();
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

    private static CartItem item(PricedCart.Line line, String text) {
        String said = text == null || text.isBlank() ? null : text;
        return CartItem.of(line.number(), line.offer(), line.quantity(), said);
    }
}
