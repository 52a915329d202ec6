package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.shared.PartyId;

/** Order lists and the carts that can be ordered again; every statement names the customer. */
@ApplicationScoped
class StoredOrderLists {
    /** Of the same buyer, or of nobody known where the buyer is not known. */
    private static final String EARLIER = " from cart c join punchout_visit v on v.id = c.visit"
            + " where c.customer = :customer and c.status in ('TRANSFERRED', 'ORDERED')"
            + " and coalesce(v.buyer, '') = :buyer";

    @PersistenceContext
    EntityManager em;

    List<OrderList> all(PartyId customer) {
        return lists(em.createNativeQuery(
                        "select l.id, l.name, l.buyer, l.created_at as at,"
                                + " (select count(*) from order_list_line x where x.list = l.id) as lines"
                                + " from order_list l where l.customer = :customer order by lower(l.name), l.name",
                        Tuple.class)
                .setParameter("customer", customer.value()));
    }

    List<OrderList> earlier(PartyId customer, String buyer, int limit) {
        return lists(em.createNativeQuery(
                        "select c.id, c.reference as name, v.buyer, c.changed_at as at,"
                                + " (select count(*) from cart_line x where x.cart = c.id) as lines" + EARLIER
                                + " order by c.changed_at desc, c.id limit :limit",
                        Tuple.class)
                .setParameter("customer", customer.value())
                .setParameter("buyer", known(buyer))
                .setParameter("limit", limit));
    }

    /** Articles and quantities of a list, or of an earlier cart, in their order. */
    List<QuickRow> rows(PartyId customer, String buyer, UUID id) {
        return em
                .createNativeQuery(
                        "select x.position, x.article, x.quantity from order_list l join order_list_line x on x.list = l.id"
                                + " where l.id = :id and l.customer = :customer"
                                + " union all select x.position, x.article, x.quantity from cart_line x"
                                + " where x.cart = :id and exists (select 1" + EARLIER + " and c.id = x.cart)"
                                + " order by 1",
                        Tuple.class)
                .setParameter("customer", customer.value())
                .setParameter("buyer", known(buyer))
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(row -> row((Tuple) row))
                .toList();
    }

    void add(UUID id, Visit visit, String name, Instant at) {
        em.createNativeQuery("insert into order_list (id, customer, name, buyer, created_at)"
                        + " values (:id, :customer, :name, nullif(:buyer, ''), :at)")
                .setParameter("id", id)
                .setParameter("customer", visit.customer().value())
                .setParameter("name", name)
                .setParameter("buyer", known(visit.buyer()))
                .setParameter("at", at)
                .executeUpdate();
    }

    void addLine(UUID list, int position, CartLine line) {
        em.createNativeQuery("insert into order_list_line (list, position, article, quantity)"
                        + " values (:list, :position, :article, :quantity)")
                .setParameter("list", list)
                .setParameter("position", position)
                .setParameter("article", line.article())
                .setParameter("quantity", line.quantity())
                .executeUpdate();
    }

    void remove(PartyId customer, String name) {
        em.createNativeQuery("delete from order_list where customer = :customer and name = :name")
                .setParameter("customer", customer.value())
                .setParameter("name", name)
                .executeUpdate();
    }

    void remove(PartyId customer, UUID id) {
        em.createNativeQuery("delete from order_list where customer = :customer and id = :id")
                .setParameter("customer", customer.value())
                .setParameter("id", id)
                .executeUpdate();
    }

    private static List<OrderList> lists(Query query) {
        List<?> rows = query.unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("buyer", String.class)
                .addScalar("at", Instant.class)
                .addScalar("lines", Integer.class)
                .getResultList();
        return rows.stream().map(row -> list((Tuple) row)).toList();
    }

    private static OrderList list(Tuple row) {
        return new OrderList(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Integer.class));
    }

    private static String known(String buyer) {
        return buyer == null ? "" : buyer;
    }

    private static QuickRow row(Tuple row) {
        BigDecimal quantity = row.get(2, BigDecimal.class).stripTrailingZeros();
        return new QuickRow(
                row.get(0, Number.class).intValue(), row.get(1, String.class), quantity.toPlainString(), quantity);
    }
}
