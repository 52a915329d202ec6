package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
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
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class) // said, so that Hibernate need not ask the answer for its type
                .setParameter("id", visit)
                .getResultList();
    }

    /** The visit's newest cart with its lines, by one statement. */
    Optional<Cart> latest(UUID visit) {
        return em
                .createQuery(
                        "select c from Cart c left join fetch c.lines where c.visit = :visit and c.createdAt ="
                                + " (select max(x.createdAt) from Cart x where x.visit = :visit) order by c.id",
                        Cart.class)
                .setParameter("visit", visit)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The open cart as far as one article needs it; {@code quantity} is null when it is not in the cart. */
    record OpenLine(UUID cart, BigDecimal quantity) {}

    /** Of the visit's open cart; empty when there is none. */
    Optional<OpenLine> openLine(UUID visit, String article) {
        List<?> rows = em.createNativeQuery("select c.id, l.quantity from cart c"
                        + " left join cart_line l on l.cart = c.id and l.article = :article"
                        + " where c.visit = :visit and c.status = 'OPEN'")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("quantity", BigDecimal.class)
                .setParameter("article", article)
                .setParameter("visit", visit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new OpenLine((UUID) row[0], (BigDecimal) row[1]))
                .findFirst();
    }

    /**
     * Sets the quantity of an article, at the end when it is new, without loading the cart; its visit is locked. Who loaded the cart before
     * does not see it.
     *
     * @return how many lines the cart has then
     */
    int put(UUID cart, String article, BigDecimal quantity, Instant at) {
        List<?> lines = em.createNativeQuery(
                        "with changed as (update cart set changed_at = :at, version = version + 1"
                                + " where id = :cart returning id), known as (update cart_line set quantity = :quantity"
                                + " where cart = :cart and article = :article returning cart),"
                                + " added as (insert into cart_line (cart, position, article, quantity)"
                                + " select id, (select coalesce(max(position), 0) + 1 from cart_line where cart = :cart), :article,"
                                + " :quantity from changed where not exists (select from known) returning cart)"
                                + " select (select count(*) from cart_line where cart = :cart) + (select count(*) from added) as lines")
                .unwrap(NativeQuery.class)
                .addScalar("lines", Long.class)
                .setParameter("at", at)
                .setParameter("cart", cart)
                .setParameter("article", article)
                .setParameter("quantity", quantity)
                .getResultList();
        return ((Long) lines.get(0)).intValue();
    }

    Optional<Cart> byId(PartyId customer, UUID id) {
        return Optional.ofNullable(em.find(Cart.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(c -> c.customer().equals(customer));
    }

    /** Not locked. */
    Optional<Cart> seen(PartyId customer, UUID id) {
        return Optional.ofNullable(em.find(Cart.class, id))
                .filter(c -> c.customer().equals(customer));
    }

    int lineCount(UUID visit) {
        Number count = (Number) em.createNativeQuery("select count(*) from cart_line l join cart c on c.id = l.cart"
                        + " where c.visit = :visit and c.status = 'OPEN'")
                .setParameter("visit", visit)
                .getSingleResult();
        return count.intValue();
    }

    /** The newest cart that went home under one of the references, ordered before or expired or not; orders of one cart take turns. */
    Optional<Cart> byReference(PartyId customer, Set<String> references) {
        return em.createQuery(
                        "select c from Cart c where c.customer = :customer and c.reference in :references"
                                + " and c.transferredAt is not null and c.status <> CANCELLED order by c.transferredAt desc",
                        Cart.class)
                .setParameter("customer", customer.value())
                .setParameter("references", references)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Up to 20 carts with exactly these articles that an order may still come from, newest first: they wait, expired after {@code since}, or
     * were ordered by their transfer and would still wait at {@code now}. Orders of one content take turns until the transaction ends.
     */
    List<Cart> byContent(PartyId customer, Collection<String> articles, Instant since, Instant now) {
        List<?> ids = em.createNativeQuery("select c.id from cart c where c.customer = :customer"
                        + " and c.content = :content and c.parked_until > :since and (c.status in ('TRANSFERRED', 'EXPIRED')"
                        + " or c.status = 'ORDERED' and c.at_once and c.parked_until > :now)"
                        + " order by c.transferred_at desc, c.id limit 20 for update")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class) // else the driver asks the server for the type of the column
                .setParameter("customer", customer.value())
                .setParameter("content", Cart.contentOf(articles))
                .setParameter("since", since)
                .setParameter("now", now)
                .getResultList();
        return ids.stream().map(id -> em.find(Cart.class, id)).toList();
    }

    /**
     * Of the customer's 200 carts that wait longest from {@code now} on, up to 20 that share at least half of their articles and of the
     * {@code size} articles of an order: those with the fewest that are not in both.
     */
    List<Cart> sharing(PartyId customer, Collection<String> articles, int size, Instant now) {
        List<?> ids = em.createNativeQuery("with waiting as materialized (select c.id from cart c"
                        + " where c.customer = :customer and c.status = 'TRANSFERRED' and not c.at_once"
                        + " and c.parked_until > :now order by c.parked_until desc limit 200),"
                        + " counted as (select l.cart, count(*) as lines,"
                        + " count(*) filter (where l.article = any(cast(:articles as text[]))) as shared"
                        + " from cart_line l join waiting w on w.id = l.cart group by l.cart),"
                        + " ranked as (select cart, rank() over (order by lines - 2 * shared) as place from counted"
                        + " where shared > 0 and 2 * shared >= lines and 2 * shared >= :size)"
                        + " select cart from ranked where place = 1 order by cart limit 20")
                .unwrap(NativeQuery.class)
                .addScalar("cart", UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("now", now)
                .setParameter("articles", articles.toArray(String[]::new))
                .setParameter("size", size)
                .getResultList();
        return ids.stream().map(id -> em.find(Cart.class, id)).toList();
    }

    /** The cart of any customer, locked until the transaction ends, unless another node has it. */
    Optional<Cart> lockFree(UUID id) {
        List<?> free = em.createNativeQuery("select id from cart where id = :id for update skip locked")
                .setParameter("id", id)
                .getResultList();
        return free.isEmpty() ? Optional.empty() : Optional.ofNullable(em.find(Cart.class, id));
    }

    /** Up to 100 parked carts whose time is over, longest first. */
    List<UUID> overdue(Instant now) {
        return ids(
                "select id from cart where status = 'TRANSFERRED' and parked_until <= :now"
                        + " order by parked_until limit 100",
                now);
    }

    /** Up to 100 parked carts that end within the days agreed for a notice and whose buyer was not told yet. */
    List<UUID> endingSoon(Instant now) {
        return ids(
                "select c.id from cart c left join shop_policy p on p.customer = c.customer"
                        + " where c.status = 'TRANSFERRED' and c.noticed_at is null and c.parked_until > :now"
                        + " and coalesce(p.notice_days, 3) > 0"
                        + " and c.parked_until <= cast(:now as timestamptz) + make_interval(days => coalesce(p.notice_days, 3))"
                        + " order by c.parked_until limit 100",
                now);
    }

    /** Up to 100 carts that are orders by their transfer, and of which no order came since long. */
    List<UUID> unordered(Instant transferredBefore) {
        return ids(
                "select id from cart where status = 'TRANSFERRED' and at_once and transferred_at <= :now"
                        + " order by transferred_at limit 100",
                transferredBefore);
    }

    /** Whether the last turn began before then; if so, this one is the caller's. */
    boolean takeTurn(Instant before, Instant now) {
        return em.createNativeQuery("update cart_turn set taken_at = :now where taken_at <= :before")
                        .setParameter("now", now)
                        .setParameter("before", before)
                        .executeUpdate()
                > 0;
    }

    void noticed(UUID cart, Instant now) {
        em.createNativeQuery("update cart set noticed_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", cart)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String sql, Instant now) {
        return em.createNativeQuery(sql, UUID.class).setParameter("now", now).getResultList();
    }

    Optional<byte[]> logo(UUID cart) {
        return em.createNativeQuery("select content from cart_logo where cart = :cart", byte[].class)
                .setParameter("cart", cart)
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }

    /** Files that were given along with one article go with another one. */
    void moveFiles(UUID cart, String from, String to) {
        em.createNativeQuery("update cart_attachment set article = :to where cart = :cart and article = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .setParameter("cart", cart)
                .executeUpdate();
    }

    /** Gives a cart the logo of another, if that has one. */
    void copyLogo(UUID from, UUID to) {
        em.createNativeQuery(
                        "insert into cart_logo (cart, content) select :to, content from cart_logo where cart = :from"
                                + " on conflict do nothing")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** @param png null takes it away */
    void logo(UUID cart, byte[] png) {
        em.createNativeQuery("delete from cart_logo where cart = :cart")
                .setParameter("cart", cart)
                .executeUpdate();
        if (png != null) {
            em.createNativeQuery("insert into cart_logo (cart, content) values (:cart, :png)")
                    .setParameter("cart", cart)
                    .setParameter("png", png)
                    .executeUpdate();
        }
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
