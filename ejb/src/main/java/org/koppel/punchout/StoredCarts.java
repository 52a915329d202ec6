package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.shared.PartyId;

/** Carts. Those that are about to change are locked, so that two tabs of one visit take turns instead of failing. */
@ApplicationScoped
class StoredCarts {
    @PersistenceContext
    EntityManager em;

    void add(Cart cart) {
        em.persist(cart);
        em.flush();
    }

    /** Keeps other requests of the visit waiting until this transaction ends. */
    void lockVisit(UUID visit) {
        em.createNativeQuery("select id from punchout_visit where id = :id for update")
                .setParameter("id", visit)
                .getResultList();
    }

    /** The visit's newest cart. */
    Optional<Cart> latest(UUID visit) {
        return em.createQuery("select c from Cart c where c.visit = :visit order by c.createdAt desc, c.id", Cart.class)
                .setParameter("visit", visit)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Cart> byId(PartyId customer, UUID id) {
        return Optional.ofNullable(em.find(Cart.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(c -> c.customer().equals(customer));
    }

    int lineCount(UUID visit) {
        Number count = (Number) em.createNativeQuery("select count(*) from cart_line l join cart c on c.id = l.cart"
                        + " where c.visit = :visit and c.status = 'OPEN'")
                .setParameter("visit", visit)
                .getSingleResult();
        return count.intValue();
    }

    /** The newest cart that went home under one of the references, ordered before or not. */
    Optional<Cart> byReference(PartyId customer, Set<String> references) {
        return em.createQuery(
                        "select c from Cart c where c.customer = :customer and c.reference in :references"
                                + " and c.status in (org.koppel.punchout.Cart.Status.TRANSFERRED, org.koppel.punchout.Cart.Status.ORDERED)"
                                + " order by c.changedAt desc",
                        Cart.class)
                .setParameter("customer", customer.value())
                .setParameter("references", references)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest parked cart with exactly these articles. */
    Optional<Cart> byArticles(PartyId customer, Collection<String> articles) {
        List<?> ids = em.createNativeQuery(
                        "select c.id from cart c where c.customer = :customer and c.status = 'TRANSFERRED'"
                                + " and (select array_agg(l.article order by l.article) from cart_line l where l.cart = c.id)"
                                + " = (select array_agg(a order by a) from unnest((select cast(:articles as text[]))) a)"
                                + " order by c.changed_at desc limit 1")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class) // else the driver asks the server for the type of the column
                .setParameter("customer", customer.value())
                .setParameter("articles", articles.stream().distinct().toArray(String[]::new))
                .getResultList();
        return ids.stream().findFirst().map(id -> em.find(Cart.class, id));
    }

    /** Articles the customer handed over last, newest first, each once. */
    List<String> lastArticles(PartyId customer, int limit) {
        return em
                .createNativeQuery(
                        "select l.article from cart_line l join cart c on c.id = l.cart"
                                + " where c.customer = :customer and c.status in ('TRANSFERRED', 'ORDERED')"
                                + " group by l.article order by max(c.changed_at) desc, l.article limit :limit",
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    /** Closes the open carts of visits that are over. */
    void expire(Instant now) {
        em.createNativeQuery(
                        "update cart set status = 'EXPIRED', changed_at = :now, version = version + 1"
                                + " where status = 'OPEN' and visit in (select id from punchout_visit where expires_at <= :now)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
