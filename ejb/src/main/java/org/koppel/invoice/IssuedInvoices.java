package org.koppel.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.DespatchAdvice;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;

/** The invoices that were taken. All methods take part in the caller's transaction. */
@ApplicationScoped
class IssuedInvoices {
    @PersistenceContext
    EntityManager em;

    void add(IssuedInvoice invoice) {
        em.persist(invoice);
        em.flush(); // before what was charged is counted
    }

    Optional<IssuedInvoice> byNumber(DocumentNumber number) {
        return em.createQuery("select i from IssuedInvoice i where i.number = :number", IssuedInvoice.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** How much of an order was charged and not given back, by the buyer's line number. */
    Map<String, BigDecimal> charged(UUID order) {
        Map<String, BigDecimal> charged = new HashMap<>();
        List<?> rows = em.createNativeQuery("select l.order_line, sum(case i.kind when 'CREDIT_NOTE' then -l.quantity"
                        + " else l.quantity end) from invoice_line l join invoice i on i.id = l.invoice"
                        + " where l.purchase_order = :order and l.order_line is not null group by l.order_line")
                .setParameter("order", order)
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(r -> charged.put((String) r[0], (BigDecimal) r[1]));
        return charged;
    }

    /** What was said to have left of an order, the first one first. */
    List<DespatchAdvice> despatches(UUID order) {
        List<?> rows = em.createNativeQuery(
                        "select content from document where purchase_order = :order"
                                + " and type = 'DespatchAdvice' and direction = 'OUT' order by created_at",
                        String.class)
                .setParameter("order", order)
                .getResultList();
        return rows.stream()
                .map(r -> Json.read((String) r, DespatchAdvice.class))
                .toList();
    }
}
