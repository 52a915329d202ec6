package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.punchout.OrderList.Audience;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.shared.UnitCode;

/** Order lists and the carts that can be ordered again; every statement names the customer, and who asks. */
@ApplicationScoped
class StoredOrderLists {
    /** Of the same log-in; where the buyer has none here, of nobody known who has the same name or none. */
    private static final String EARLIER = " from cart c join punchout_visit v on v.id = c.visit"
            + " where c.customer = :customer and c.status in ('TRANSFERRED', 'ORDERED')"
            + " and case when :login = '' then c.buyer is null and coalesce(v.buyer, '') = :buyer"
            + " else lower(c.buyer) = :login end";

    /** Of the customer, or of the site where the buyer has one, that did not come from a cart of this shop. */
    private static final String ORDERS = " from purchase_order o where o.customer = :customer and o.cart is null"
            + " and o.status not in ('REJECTED', 'CANCELLED') and (:site = '' or o.site is null or o.site = :site)"
            + " and exists (select from purchase_order_line x where x.purchase_order = o.id and x.article is not null)";

    private static final String SEEN = " l.customer = :customer and (l.audience = 'CUSTOMER'"
            + " or l.audience = 'SITE' and l.site = :site or l.audience = 'BUYER' and l.owner = :person)";
    /** Shared by somebody who was switched off since. Nobody can say that of people who have no log-in here. */
    private static final String ORPHANED = "(l.audience <> 'BUYER' and exists (select 1 from buyer b"
            + " where b.customer = l.customer and lower(b.login) = l.owner and not b.active))";

    private static final String CHANGED = SEEN + " and (l.by_all or l.owner = :person or " + ORPHANED + ")";
    private static final String LISTS = "select l.id, l.name, l.buyer, l.created_at as at,"
            + " (select count(*) from order_list_line x where x.list = l.id) as lines, l.audience,"
            + " coalesce(l.by_all or l.owner = :person or " + ORPHANED + ", false) as changeable, " + ORPHANED
            + " as orphaned from order_list l where" + SEEN;

    @PersistenceContext
    EntityManager em;

    /** The viewer's own, then the site's, then the customer's, by name. */
    List<OrderList> all(ListViewer viewer) {
        String order =
                " order by array_position(array['BUYER', 'SITE', 'CUSTOMER'], l.audience), lower(l.name), l.name";
        return lists(seenBy(viewer, em.createNativeQuery(LISTS + order, Tuple.class)));
    }

    Optional<OrderList> byId(ListViewer viewer, UUID id) {
        Query query = em.createNativeQuery(LISTS + " and l.id = :id", Tuple.class);
        return lists(seenBy(viewer, query).setParameter("id", id)).stream().findFirst();
    }

    Optional<OrderList> named(ListViewer viewer, Audience audience, String name) {
        Query query = em.createNativeQuery(LISTS + " and l.audience = :audience and l.name = :name", Tuple.class);
        return lists(seenBy(viewer, query)
                        .setParameter("audience", audience.name())
                        .setParameter("name", name))
                .stream()
                .findFirst();
    }

    /** How many lists the customer shares, or the person has. */
    int count(ListViewer viewer, Audience audience) {
        Object count = em.createNativeQuery(
                        "select count(*) from order_list where customer = :customer"
                                + " and case when :own then audience = 'BUYER' and owner = :person else audience <> 'BUYER' end")
                .setParameter("customer", viewer.customer().value())
                .setParameter("own", audience == Audience.BUYER)
                .setParameter("person", viewer.person())
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** Carts of the buyer and orders that came in by other ways, newest first. */
    List<OrderList> earlier(ListViewer viewer, String buyer, int limit) {
        return lists(em.createNativeQuery(
                        "(select c.id, c.reference as name, v.buyer, c.changed_at as at,"
                                + " (select count(*) from cart_line x where x.cart = c.id) as lines,"
                                + " 'BUYER' as audience, false as changeable, false as orphaned" + EARLIER
                                + " order by c.changed_at desc, c.id limit :limit)"
                                + " union all (select o.id, o.number, null, o.received_at,"
                                + " (select count(distinct x.article) from purchase_order_line x where x.purchase_order = o.id),"
                                + " 'CUSTOMER', false, false" + ORDERS
                                + " order by o.received_at desc, o.id desc limit :limit)"
                                + " order by 4 desc, 1 limit :limit",
                        Tuple.class)
                .setParameter("customer", viewer.customer().value())
                .setParameter("login", viewer.login())
                .setParameter("site", viewer.site())
                .setParameter("buyer", known(buyer))
                .setParameter("limit", limit));
    }

    /** Articles and quantities of a list that the viewer sees, or of an earlier cart or order, in their order. */
    List<QuickRow> rows(ListViewer viewer, String buyer, UUID id) {
        Query query = em.createNativeQuery(
                "select x.position, x.article, x.quantity, null as unit from order_list l"
                        + " join order_list_line x on x.list = l.id where l.id = :id and" + SEEN
                        + " union all select x.position, x.article, x.quantity, x.unit from cart_line x"
                        + " where x.cart = :id and exists (select 1" + EARLIER + " and c.id = x.cart)"
                        + " union all select min(x.position), x.article, sum(x.quantity), x.unit from purchase_order_line x"
                        + " where x.purchase_order = :id and x.article is not null"
                        + " and exists (select 1" + ORDERS + " and o.id = x.purchase_order) group by x.article, x.unit"
                        + " order by 1",
                Tuple.class);
        List<?> rows = seenBy(viewer, query)
                .setParameter("login", viewer.login())
                .setParameter("buyer", known(buyer))
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(row -> row((Tuple) row)).toList();
    }

    /** An empty list, unless somebody just made one. @param byAll whether whoever sees it may change it, not its owner only */
    void add(ListViewer viewer, String buyer, String name, Audience audience, boolean byAll, Instant at) {
        em.createNativeQuery(
                        "insert into order_list (id, customer, name, buyer, created_at, audience, owner, site, by_all)"
                                + " values (:id, :customer, :name, nullif(:buyer, ''), :at, :audience, nullif(:person, ''),"
                                + " nullif(:site, ''), :byAll) on conflict do nothing")
                .setParameter("id", UUID.randomUUID())
                .setParameter("customer", viewer.customer().value())
                .setParameter("name", name)
                .setParameter("buyer", known(buyer))
                .setParameter("at", at)
                .setParameter("audience", audience.name())
                .setParameter("person", viewer.person())
                .setParameter("site", audience == Audience.SITE ? viewer.site() : "")
                .setParameter("byAll", byAll)
                .executeUpdate();
    }

    /** Only its owner decides who else may change a list; for others this does nothing. */
    void changedBy(ListViewer viewer, UUID list, boolean byAll) {
        em.createNativeQuery("update order_list set by_all = :byAll where id = :id and owner = :person"
                        + " and audience <> 'BUYER'")
                .setParameter("byAll", byAll)
                .setParameter("id", list)
                .setParameter("person", viewer.person())
                .executeUpdate();
    }

    /** Makes the viewer its owner. */
    void takeOver(ListViewer viewer, UUID list, String buyer) {
        em.createNativeQuery("update order_list set owner = :person, buyer = nullif(:buyer, '') where id = :id")
                .setParameter("person", viewer.person())
                .setParameter("buyer", known(buyer))
                .setParameter("id", list)
                .executeUpdate();
    }

    void clear(UUID list) {
        em.createNativeQuery("delete from order_list_line where list = :list")
                .setParameter("list", list)
                .executeUpdate();
    }

    /** The article's quantity on the list, at its end where it is new. */
    void put(UUID list, String article, BigDecimal quantity) {
        int changed = em.createNativeQuery(
                        "update order_list_line set quantity = :quantity where list = :list and article = :article")
                .setParameter("list", list)
                .setParameter("article", article)
                .setParameter("quantity", quantity)
                .executeUpdate();
        if (changed == 0) {
            em.createNativeQuery("insert into order_list_line (list, position, article, quantity)"
                            + " select :list, coalesce(max(position), 0) + 1, :article, :quantity"
                            + " from order_list_line where list = :list")
                    .setParameter("list", list)
                    .setParameter("article", article)
                    .setParameter("quantity", quantity)
                    .executeUpdate();
        }
    }

    void take(UUID list, String article) {
        em.createNativeQuery("delete from order_list_line where list = :list and article = :article")
                .setParameter("list", list)
                .setParameter("article", article)
                .executeUpdate();
    }

    /** Waits for others who change the list; empty when the viewer does not see it or may not change it. */
    Optional<UUID> lock(ListViewer viewer, UUID list) {
        Query query = em.createNativeQuery(
                "select l.id from order_list l where l.id = :id and" + CHANGED + " for update", UUID.class);
        return seenBy(viewer, query).setParameter("id", list).getResultList().stream()
                .map(id -> (UUID) id)
                .findFirst();
    }

    void remove(UUID list) {
        em.createNativeQuery("delete from order_list where id = :id")
                .setParameter("id", list)
                .executeUpdate();
    }

    private static Query seenBy(ListViewer viewer, Query query) {
        return query.setParameter("customer", viewer.customer().value())
                .setParameter("site", viewer.site())
                .setParameter("person", viewer.person());
    }

    private static List<OrderList> lists(Query query) {
        List<?> rows = query.unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("buyer", String.class)
                .addScalar("at", Instant.class)
                .addScalar("lines", Integer.class)
                .addScalar("audience", String.class)
                .addScalar("changeable", Boolean.class)
                .addScalar("orphaned", Boolean.class)
                .getResultList();
        return rows.stream().map(row -> list((Tuple) row)).toList();
    }

    private static OrderList list(Tuple row) {
        return new OrderList(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Integer.class),
                Audience.valueOf(row.get(5, String.class)),
                row.get(6, Boolean.class),
                row.get(7, Boolean.class));
    }

    private static String known(String buyer) {
        return buyer == null ? "" : buyer;
    }

    private static QuickRow row(Tuple row) {
        BigDecimal quantity = row.get(2, BigDecimal.class).stripTrailingZeros();
        String unit = row.get(3, String.class);
        return new QuickRow(
                row.get(0, Number.class).intValue(),
                row.get(1, String.class),
                quantity.toPlainString(),
                quantity,
                unit == null || unit.equals(UnitCode.AGREED.value()) ? null : new UnitCode(unit));
    }
}
