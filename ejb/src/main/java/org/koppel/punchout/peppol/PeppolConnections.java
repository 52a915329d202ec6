package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.koppel.punchout.peppol.PeppolConnection.Encoding;
import org.koppel.shared.PartyId;

/** What is agreed with each customer about Peppol Punch Out. */
@ApplicationScoped
@Transactional
class PeppolConnections {
    @PersistenceContext
    EntityManager em;

    /** Never null: {@link PeppolConnection#PLAIN} where nothing is agreed. */
    PeppolConnection of(PartyId customer) {
        List<?> rows = em.createNativeQuery("select seller_endpoint, buyer_endpoint, field_name, encoding, valid_days"
                        + " from peppol_connection where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new PeppolConnection(
                        (String) r[0], (String) r[1], (String) r[2], Encoding.valueOf((String) r[3]), (int) r[4]))
                .findFirst()
                .orElse(PeppolConnection.PLAIN);
    }

    /** Whether anybody punches out by Peppol. */
    boolean any() {
        return (boolean) em.createNativeQuery("select exists (select from peppol_connection)", Boolean.class)
                .getSingleResult();
    }

    /** Adds what is agreed; an agreement that is there already stays. */
    void agree(PartyId customer, PeppolConnection agreed) {
        em.createNativeQuery("insert into peppol_connection"
                        + " (customer, seller_endpoint, buyer_endpoint, field_name, encoding, valid_days)"
                        + " values (:customer, :seller, :buyer, :field, :encoding, :days) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("seller", agreed.sellerEndpoint())
                .setParameter("buyer", agreed.buyerEndpoint())
                .setParameter("field", agreed.fieldName())
                .setParameter("encoding", agreed.encoding().name())
                .setParameter("days", agreed.validDays())
                .executeUpdate();
    }
}
