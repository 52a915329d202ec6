package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.koppel.document.Order;
import org.koppel.shared.DocumentNumber;

/** What came before a document and is not worked on yet: listeners share the work out, so a later one may be faster. */
@ApplicationScoped
public class EarlierMessages {
    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public EarlierMessages() {}

    /** Outside a container. */
    public EarlierMessages(EntityManager em) {
        this.em = em;
    }

    /** Whether the order of that number may still come out of what this customer sent before. */
    public boolean mayBringOrder(Received received, DocumentNumber order) {
        return (Boolean) em.createNativeQuery(
                        "select exists (select 1 from document d where d.customer = :customer and d.type = :type"
                                + " and d.number = :number and d.direction = 'IN' and d.status = 'PENDING')"
                                + " or exists (select 1 from inbound_message m where m.customer = :customer"
                                + " and m.status = 'RECEIVED' and m.received_at <= :received and m.id <> :message)",
                        Boolean.class)
                .setParameter("customer", received.customer().value())
                .setParameter("type", Order.class.getSimpleName())
                .setParameter("number", order.value())
                .setParameter("received", received.receivedAt())
                .setParameter("message", received.message())
                .getSingleResult();
    }
}
