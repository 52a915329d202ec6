package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.catalogue.Offer;
import org.koppel.shared.Units;

/** The cart of a visit: fill it, price it. A visit whose cart went home begins a new one with the next article. */
@ApplicationScoped
@Transactional
public class Carts {
    @Inject
    StoredCarts carts;

    @Inject
    CartPricing pricing;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    @Inject
    StoredFormerCarts former;

    @Inject
    StoredAttachments attachments;

    @Inject
    Clock clock;

    /** The cart with today's prices. */
    public PricedCart show(Visit visit) {
        Optional<Cart> latest = carts.latest(visit.id());
        Optional<Cart> open = latest.filter(c -> c.status() == Cart.Status.OPEN);
        List<CartLine> lines = open.map(Cart::lines).orElse(List.of());
        String handedOver =
                latest.filter(c -> isHome(c.status())).map(Cart::reference).orElse(null);
        Shopper shopper = terms.shopper(visit);
        String site = open.map(c -> c.wishes().site()).orElse(shopper.site());
        return new PricedCart(
                pricing.price(visit, lines, terms.policy(visit)),
                handedOver,
                terms.budgets(visit, shopper, site, false));
    }

    /** How many lines the open cart has. */
    public int lineCount(Visit visit) {
        return carts.lineCount(visit.id());
    }

    /**
     * Adds to what is there of the article already.
     *
     * @return how many lines the cart has then
     * @throws UnknownArticleException when the customer cannot buy it
     * @throws QuantityRefusedException when the sum cannot be ordered
     */
    public int add(Visit visit, String article, BigDecimal quantity) {
        Offer offer = offer(visit, article);
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        Optional<StoredCarts.OpenLine> open = carts.openLine(visit.id(), offer.article());
        BigDecimal already = open.map(StoredCarts.OpenLine::quantity).orElse(BigDecimal.ZERO);
        BigDecimal sum = quantity.signum() <= 0 ? quantity : already.add(quantity);
        requireOrderable(offer, sum);
        UUID cart = open.map(StoredCarts.OpenLine::cart)
                .orElseGet(() -> begin(visit).id());
        return carts.put(cart, offer.article(), sum, clock.instant());
    }

    /**
     * Sets the quantity of an article.
     *
     * @throws UnknownArticleException when the customer cannot buy it
     * @throws QuantityRefusedException when so much cannot be ordered
     */
    public void change(Visit visit, String article, BigDecimal quantity) {
        Offer offer = offer(visit, article);
        put(openCart(visit), offer, quantity);
    }

    /** Takes an article out; one that is not there is no error. */
    public void remove(Visit visit, String article) {
        openCart(visit).remove(article, clock.instant());
    }

    /**
     * Puts the successor in a dead article's place, as much of it, raised to whole packs; what was said of the line stays. Does nothing when
     * the article is not in the cart any more, or is sold again.
     *
     * @throws UnknownArticleException when there is no successor that the buyer can buy by the same unit
     * @throws QuantityRefusedException when so much cannot be ordered
     */
    public void replace(Visit visit, String article) {
        Cart cart = openCart(visit);
        Optional<CartLine> line = cart.line(article);
        Optional<Offer> dead = pricing.known(visit, article);
        if (line.isEmpty() || dead.filter(Offer::visible).isPresent()) {
            return;
        }
        Offer successor = dead.map(Offer::successor)
                .flatMap(s -> pricing.offer(visit, s))
                .filter(o ->
                        o.price() != null && Units.same(o.unit(), dead.get().unit()))
                .orElseThrow(() -> new UnknownArticleException(article));
        BigDecimal already =
                cart.line(successor.article()).map(CartLine::quantity).orElse(BigDecimal.ZERO);
        BigDecimal wanted = already.add(line.get().quantity());
        if (wanted.compareTo(OrderQuantity.LARGEST) > 0) {
            throw QuantityRefusedException.of(successor, wanted, QuantityRefusedException.Reason.TOO_LARGE);
        }
        BigDecimal quantity = OrderQuantity.roundedUp(successor, wanted);
        requireOrderable(successor, quantity);
        cart.replace(article, successor.article(), quantity, clock.instant());
        carts.moveFiles(cart.id(), article, successor.article());
    }

    /**
     * Begins a new cart with the articles of the one that went home and all that was said with it, but for days that are over. Does nothing when
     * there is an open one.
     */
    public void copyLast(Visit visit) {
        Optional<Cart> last = carts.latest(visit.id()).filter(c -> isHome(c.status()));
        last.ifPresent(old -> {
            Cart cart = openCart(visit);
            Instant now = clock.instant();
            LocalDate today = LocalDate.now(clock);
            Map<String, LineWishes> said = new HashMap<>();
            old.lines().forEach(l -> {
                cart.put(l.article(), l.quantity(), now);
                said.put(l.article(), l.wishes().from(today));
            });
            cart.wish(old.wishes(), said, now);
            attachments.copy(old.id(), cart.id());
            carts.copyLogo(old.id(), cart.id());
        });
    }

    /** Numbers of the articles the customer handed over last, newest first. */
    public List<String> lastArticles(Visit visit, int limit) {
        return carts.lastArticles(visit.customer(), limit);
    }

    /** Quantities of the open cart's articles; a map of the caller's own. Other requests of the visit wait until the transaction ends. */
    Map<String, BigDecimal> quantities(Visit visit) {
        carts.lockVisit(visit.id());
        Map<String, BigDecimal> quantities = new HashMap<>();
        carts.latest(visit.id())
                .filter(c -> c.status() == Cart.Status.OPEN)
                .ifPresent(c -> c.lines().forEach(l -> quantities.put(l.article(), l.quantity())));
        return quantities;
    }

    /** What is in the open cart, without prices. */
    List<CartLine> lines(Visit visit) {
        return carts.latest(visit.id())
                .filter(c -> c.status() == Cart.Status.OPEN)
                .map(Cart::lines)
                .orElse(List.of());
    }

    /** Sets the quantities of many articles. @throws QuantityRefusedException when one cannot be ordered */
    void putAll(Visit visit, Map<Offer, BigDecimal> quantities) {
        Cart cart = openCart(visit);
        quantities.forEach((offer, quantity) -> put(cart, offer, quantity));
    }

    private Offer offer(Visit visit, String article) {
        return pricing.offer(visit, article).orElseThrow(() -> new UnknownArticleException(article));
    }

    private void put(Cart cart, Offer offer, BigDecimal quantity) {
        requireOrderable(offer, quantity);
        cart.put(offer.article(), quantity, clock.instant());
    }

    private static void requireOrderable(Offer offer, BigDecimal quantity) {
        OrderQuantity.check(offer, quantity).ifPresent(reason -> {
            throw QuantityRefusedException.of(offer, quantity, reason);
        });
    }

    private Cart openCart(Visit visit) {
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        return carts.latest(visit.id())
                .filter(c -> c.status() == Cart.Status.OPEN)
                .orElseGet(() -> begin(visit));
    }

    private Cart begin(Visit visit) {
        Cart fresh = new Cart(visit.id(), visit.customer(), reference(visit), clock.instant());
        carts.add(fresh);
        return fresh;
    }

    /** A changed cart keeps the reference of the one it replaces. */
    private String reference(Visit visit) {
        return visit.purpose().replaces()
                ? former.reference(visit.id()).orElseGet(CartReference::next)
                : CartReference.next();
    }

    private static boolean isHome(Cart.Status status) {
        return status == Cart.Status.TRANSFERRED || status == Cart.Status.ORDERED;
    }
}
