package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.archive.Direction;
import org.koppel.document.OrderResponse;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** The purchase orders. All methods take part in the caller's transaction. */
@ApplicationScoped
public class PurchaseOrders {
    @PersistenceContext
    EntityManager em;

    public void add(PurchaseOrder order) {
        em.persist(order);
        em.flush(); // before the documents and deliveries that refer to it
    }

    /** The order, locked until the transaction ends. */
    public Optional<PurchaseOrder> lock(UUID id) {
        return Optional.ofNullable(em.find(PurchaseOrder.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(OrderRevision revision) {
        em.persist(revision);
        em.flush();
    }

    /** What was taken to change the order, the first one first. */
    List<OrderRevision> revisions(UUID order) {
        return em.createQuery(
                        "select r from OrderRevision r where r.purchaseOrder = :order order by r.number",
                        OrderRevision.class)
                .setParameter("order", order)
                .getResultList();
    }

    /**
     * What was ordered from a cart, by article, in all orders that came from it; what was rejected or cancelled is not ordered.
     */
    Map<String, BigDecimal> orderedFrom(UUID cart) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        List<?> rows = em.createNativeQuery("select l.article, sum(l.quantity) from purchase_order o"
                        + " join purchase_order_line l on l.purchase_order = o.id where o.cart = :cart"
                        + " and o.status not in ('REJECTED', 'CANCELLED') and l.status is distinct from 'REJECTED'"
                        + " and l.article is not null group by l.article")
                .setParameter("cart", cart)
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(r -> ordered.put((String) r[0], (BigDecimal) r[1]));
        return ordered;
    }

    /** All of that number, of any customer. */
    List<PurchaseOrder> numbered(DocumentNumber number) {
        return em.createQuery("select o from PurchaseOrder o where o.number = :number", PurchaseOrder.class)
                .setParameter("number", number.value())
                .getResultList();
    }

    /** By the number the buyer gave it. */
    public Optional<PurchaseOrder> byNumber(PartyId customer, DocumentNumber number) {
        return em.createQuery(
                        "select o from PurchaseOrder o where o.customer = :customer and o.number = :number",
                        PurchaseOrder.class)
                .setParameter("customer", customer.value())
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** By the number of an answer that went to the buyer, for formats in which it names an order so. */
    public Optional<PurchaseOrder> byAnswer(PartyId customer, DocumentNumber answer) {
        return em.createQuery(
                        "select o from PurchaseOrder o, ArchivedDocument d where d.order = o.id and o.customer = :customer"
                                + " and d.customer = :customer and d.number = :number and d.type = :type"
                                + " and d.direction = :out",
                        PurchaseOrder.class)
                .setParameter("customer", customer.value())
                .setParameter("number", answer.value())
                .setParameter("type", OrderResponse.class.getSimpleName())
                .setParameter("out", Direction.OUT)
                .getResultStream()
                .findFirst();
    }
}
