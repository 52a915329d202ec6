package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.punchout.OrderList.Audience;
import org.koppel.punchout.OrderListRefusedException.Reason;
import org.koppel.punchout.quick.QuickRow;

/**
 * Lists that a buyer keeps, for oneself, for the site or for the whole customer, and carts that went home before: all can be ordered again, at
 * today's prices and with today's successors. A customer never sees or changes a list of another. A list is changed by its owner,
 * and where that was said, nobody knows who made it, or its owner left, by everyone who sees it.
 */
@ApplicationScoped
@Transactional
public class OrderLists {
    /** Lists that a customer's buyers can share. */
    public static final int MOST = 200;

    /** Lists that one buyer can have besides. */
    public static final int MOST_OWN = 50;

    private static final int EARLIER = 20;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_LINES = 2_000;
    private static final int DECIMALS = 3;

    @Inject
    StoredOrderLists lists;

    @Inject
    Carts carts;

    @Inject
    QuickOrder quick;

    @Inject
    Offers offers;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    @Inject
    Clock clock;

    /** A line of a list; {@code offer} is priced for the quantity, null when nobody knows the article any more. */
    public record Line(String article, BigDecimal quantity, Offer offer) {}

    /** Those that the buyer sees: own ones, the site's, the customer's. */
    public List<OrderList> all(Visit visit) {
        return lists.all(viewer(visit));
    }

    /** Empty when there is none that the buyer sees. */
    public Optional<OrderList> byId(Visit visit, UUID list) {
        return lists.byId(viewer(visit), list);
    }

    /** For whom the buyer can keep a list. */
    public List<Audience> audiences(Visit visit) {
        ListViewer viewer = viewer(visit);
        return Arrays.stream(Audience.values()).filter(viewer::has).toList();
    }

    /** What is on a list, with today's names and prices; empty when the buyer does not see it. */
    public List<Line> lines(Visit visit, UUID list) {
        List<QuickRow> rows = lists.rows(viewer(visit), visit.buyer(), list);
        List<Wanted> wanted =
                rows.stream().map(r -> Wanted.article(r.number(), r.quantity())).toList();
        Map<String, Offer> known = offers.offers(terms.audience(visit), wanted, visit.language());
        return rows.stream()
                .map(r -> new Line(r.number(), r.quantity(), known.get(r.number())))
                .toList();
    }

    /** Carts that the buyer handed over, and orders of the customer, or of the buyer's site, that came in by other ways; newest first. */
    public List<OrderList> earlier(Visit visit) {
        return lists.earlier(viewer(visit), visit.buyer(), EARLIER);
    }

    /**
     * Keeps what is in the cart under a name. A list of the same name and audience gets these lines; it stays its owner's. The cart stays as it
     * is.
     *
     * @param byAll whether everyone who sees the list may change it; always so where nobody knows who the buyer is
     * @throws OrderListRefusedException when there is nothing to keep, no name to keep it under, or the list of this name is another's
     */
    public void save(Visit visit, String name, Audience audience, boolean byAll) throws OrderListRefusedException {
        visit.requireChangeable();
        String plain = name.replace('\0', ' ').strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new OrderListRefusedException(Reason.NAME);
        }
        List<CartLine> lines = carts.lines(visit);
        if (lines.isEmpty()) {
            throw new OrderListRefusedException(Reason.EMPTY);
        }
        ListViewer viewer = viewer(visit);
        Optional<OrderList> same = lists.named(viewer, audience, plain);
        UUID list =
                same.isPresent() ? changeable(viewer, same.get().id()) : added(visit, viewer, plain, audience, byAll);
        lists.changedBy(viewer, list, byAll);
        lists.clear(list);
        lines.forEach(l -> lists.put(list, l.article(), l.quantity()));
    }

    /**
     * Sets an article's quantity on a list. Minimum and packs are kept when the list is ordered.
     *
     * @throws OrderListRefusedException when the list is another's, is full, or the quantity cannot be one
     * @throws UnknownArticleException when the customer cannot buy it
     */
    public void put(Visit visit, UUID list, String article, BigDecimal quantity) throws OrderListRefusedException {
        visit.requireChangeable();
        UUID mine = changeable(viewer(visit), list);
        if (quantity.signum() <= 0 || quantity.compareTo(OrderQuantity.LARGEST) > 0 || decimals(quantity) > DECIMALS) {
            throw new OrderListRefusedException(Reason.QUANTITY);
        }
        boolean there = lines(visit, mine).stream().anyMatch(l -> l.article().equals(article));
        if (!there && lines(visit, mine).size() >= MOST_LINES) {
            throw new OrderListRefusedException(Reason.TOO_MANY_LINES);
        }
        String number = there ? article : visible(visit, article).article();
        lists.put(mine, number, quantity);
    }

    /**
     * Puts an article on a list in its smallest quantity; one that is there already stays as it is.
     *
     * @param list null for the buyer's own list of that name, which is made where it is not there
     * @return the list
     */
    public OrderList keep(Visit visit, UUID list, String name, String article) throws OrderListRefusedException {
        visit.requireChangeable();
        ListViewer viewer = viewer(visit);
        Offer offer = visible(visit, article);
        UUID kept = list == null ? own(visit, viewer, name) : list;
        boolean there = lines(visit, kept).stream().anyMatch(l -> l.article().equals(offer.article()));
        if (!there) {
            put(visit, kept, offer.article(), OrderQuantity.roundedUp(offer, BigDecimal.ONE));
        }
        return lists.byId(viewer, kept).orElseThrow(() -> new OrderListRefusedException(Reason.NOT_YOURS));
    }

    /** Takes an article off a list; one that is not there is no error. @throws OrderListRefusedException when the list is another's */
    public void take(Visit visit, UUID list, String article) throws OrderListRefusedException {
        visit.requireChangeable();
        lists.take(changeable(viewer(visit), list), article.replace("\0", "")); // PostgreSQL knows no NUL
    }

    /**
     * Makes the buyer the owner of a shared list whose owner left.
     *
     * @throws OrderListRefusedException when its owner is still there, or nobody knows who the buyer is
     */
    public void takeOver(Visit visit, UUID list) throws OrderListRefusedException {
        visit.requireChangeable();
        ListViewer viewer = viewer(visit);
        if (viewer.person().isEmpty()) {
            throw new OrderListRefusedException(Reason.AUDIENCE);
        }
        UUID locked = changeable(viewer, list);
        if (lists.byId(viewer, locked).filter(OrderList::orphaned).isEmpty()) {
            throw new OrderListRefusedException(Reason.NOT_YOURS);
        }
        lists.takeOver(viewer, locked, visit.buyer());
    }

    /** Forgets a list. @throws OrderListRefusedException when it is another's; one that the buyer does not see is no error */
    public void remove(Visit visit, UUID list) throws OrderListRefusedException {
        visit.requireChangeable();
        ListViewer viewer = viewer(visit);
        if (lists.byId(viewer, list).isPresent()) {
            lists.remove(changeable(viewer, list));
        }
    }

    /** Puts all of a list, or of an earlier cart or order, into the cart. @return one line each; empty when the buyer has no such list */
    public List<QuickLine> order(Visit visit, UUID list) {
        List<QuickRow> rows = lists.rows(viewer(visit), visit.buyer(), list);
        return rows.isEmpty() ? List.of() : quick.add(visit, rows);
    }

    private UUID own(Visit visit, ListViewer viewer, String name) throws OrderListRefusedException {
        Optional<OrderList> known = lists.named(viewer, Audience.BUYER, name);
        return known.isPresent() ? known.get().id() : added(visit, viewer, name, Audience.BUYER, false);
    }

    private UUID added(Visit visit, ListViewer viewer, String name, Audience audience, boolean byAll)
            throws OrderListRefusedException {
        if (!viewer.has(audience)) {
            throw new OrderListRefusedException(Reason.AUDIENCE);
        }
        if (lists.count(viewer, audience) >= (audience == Audience.BUYER ? MOST_OWN : MOST)) {
            throw new OrderListRefusedException(Reason.TOO_MANY);
        }
        boolean everybody =
                audience != Audience.BUYER && (byAll || viewer.person().isEmpty());
        lists.add(viewer, visit.buyer(), name, audience, everybody, clock.instant());
        OrderList list = lists.named(viewer, audience, name).orElseThrow();
        return changeable(viewer, list.id());
    }

    private UUID changeable(ListViewer viewer, UUID list) throws OrderListRefusedException {
        return lists.lock(viewer, list).orElseThrow(() -> new OrderListRefusedException(Reason.NOT_YOURS));
    }

    private Offer visible(Visit visit, String article) {
        Map<String, Offer> found =
                offers.offers(terms.audience(visit), List.of(Wanted.article(article, null)), visit.language());
        return Optional.ofNullable(found.get(article))
                .filter(Offer::visible)
                .orElseThrow(() -> new UnknownArticleException(article));
    }

    private ListViewer viewer(Visit visit) {
        return ListViewer.of(visit, terms.shopper(visit));
    }

    private static int decimals(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale();
    }
}
