package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.Json;
import org.koppel.punchout.Attachment;
import org.koppel.punchout.CartItem;

/** Finds the carts that went home. */
@ApplicationScoped
@Transactional
public class CartQueries {
    /** States a list can be narrowed to. */
    public static final List<String> STATUSES = List.of("TRANSFERRED", "ORDERED", "EXPIRED");

    private static final String SELECT = "select c.id, c.reference, c.customer, c.status, c.buyer_name, c.site,"
            + " (select min(l.currency) from cart_line l where l.cart = c.id), c.net,"
            + " (select count(*) from cart_line l where l.cart = c.id), c.transferred_at, c.parked_until,"
            + " c.purchase_order";

    @PersistenceContext
    EntityManager em;

    /** An order that came from a cart; {@code number} is the buyer's. */
    public record Successor(UUID id, String number, String status) {}

    /**
     * A cart in detail. {@code cardText} may be null; {@code logo} says whether a company logo was given; {@code ordered} is what its
     * orders took, by article, without what was rejected or cancelled.
     */
    public record Detail(
            CartRow row,
            String cardText,
            boolean logo,
            boolean atOnce,
            List<CartItem> items,
            List<Attachment> attachments,
            List<Successor> orders,
            Map<String, BigDecimal> ordered) {

        /** Files that were given along with a line. */
        public List<Attachment> attachments(CartItem item) {
            return attachments.stream()
                    .filter(a -> a.article().equals(item.article()))
                    .toList();
        }

        /** How much of a line no order took; 0 when all of it is ordered. */
        public BigDecimal open(CartItem item) {
            BigDecimal taken = ordered.getOrDefault(item.article(), BigDecimal.ZERO);
            return item.quantity().subtract(taken).max(BigDecimal.ZERO);
        }

        /** The lines of which something is open. */
        public List<CartItem> open() {
            return items.stream().filter(i -> open(i).signum() > 0).toList();
        }
    }

    /**
     * {@code text} is the beginning of the reference, in any case; times are those of the transfer.
     *
     * @throws InvalidFilterException for a status, cursor or limit that means nothing
     */
    public Page<CartRow> list(ListFilter filter) {
        List<CartRow> rows = new Select(SELECT + " from cart c where c.transferred_at is not null")
                .and("c.customer = :customer", "customer", filter.tenant())
                .and("c.status in (:statuses)", "statuses", Filters.statuses(filter.status(), STATUSES))
                .and("c.transferred_at >= :from", "from", filter.from())
                .and("c.transferred_at < :to", "to", filter.to())
                .and("lower(c.reference) like :prefix", "prefix", Filters.prefix(filter.text()))
                .page("c.transferred_at", "c.id", Cursor.parse(filter.after()), filter.most())
                .rows(em, CartQueries::row);
        return Page.of(rows, filter.most(), c -> new Cursor(c.transferredAt(), c.id()));
    }

    public Optional<Detail> byId(UUID id) {
        return new Select(SELECT + ", c.card_text, exists (select 1 from cart_logo g where g.cart = c.id), c.at_once"
                        + " from cart c where c.transferred_at is not null and c.id = :id")
                        .with("id", id)
                        .rows(
                                em,
                                r -> new Detail(
                                        row(r),
                                        r.text(),
                                        r.flag(),
                                        r.flag(),
                                        items(id),
                                        attachments(id),
                                        orders(id),
                                        ordered(id)))
                        .stream()
                        .findFirst();
    }

    /** The company logo that was given with the cart: a PNG. */
    public Optional<byte[]> logo(UUID id) {
        return new Select("select g.content from cart_logo g where g.cart = :id")
                .with("id", id).rows(em, Row::bytes).stream().findFirst();
    }

    private List<CartItem> items(UUID id) {
        return new Select("select l.item from cart_line l where l.cart = :id and l.item is not null")
                .with("id", id)
                .then("order by l.position")
                .rows(em, r -> Json.read(r.text(), CartItem.class));
    }

    private List<Attachment> attachments(UUID cart) {
        return new Select("select f.id, a.article, f.name, f.media_type, length(f.content) from cart_attachment a"
                        + " join stored_file f on f.id = a.file where a.cart = :cart")
                .with("cart", cart)
                .then("order by f.created_at, f.id")
                .rows(em, r -> new Attachment(r.uuid(), r.text(), r.text(), r.text(), r.number()));
    }

    private List<Successor> orders(UUID cart) {
        return new Select("select o.id, o.number, o.status from purchase_order o where o.cart = :cart")
                .with("cart", cart)
                .then("order by o.received_at, o.id")
                .rows(em, r -> new Successor(r.uuid(), r.text(), r.text()));
    }

    private Map<String, BigDecimal> ordered(UUID cart) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        new Select("select l.article, sum(l.quantity) from purchase_order o join purchase_order_line l"
                        + " on l.purchase_order = o.id where o.cart = :cart and o.status not in ('REJECTED', 'CANCELLED')"
                        + " and l.status is distinct from 'REJECTED' and l.article is not null")
                .with("cart", cart)
                .then("group by l.article")
                .rows(em, r -> ordered.put(r.text(), r.decimal()));
        return ordered;
    }

    private static CartRow row(Row r) {
        return new CartRow(
                r.uuid(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.decimal(),
                r.number(),
                r.instant(),
                r.instant(),
                r.uuid());
    }
}
