package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.Json;
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

    /** A cart in detail. {@code cardText} may be null; {@code logo} says whether a company logo was given. */
    public record Detail(CartRow row, String cardText, boolean logo, boolean atOnce, List<CartItem> items) {}

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
                .with("id", id).rows(em, r -> new Detail(row(r), r.text(), r.flag(), r.flag(), items(id))).stream()
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
