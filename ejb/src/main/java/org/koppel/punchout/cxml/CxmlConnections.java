package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.koppel.shared.PartyId;

/** What is agreed with each customer about cXML PunchOut. */
@ApplicationScoped
@Transactional
class CxmlConnections {
    @PersistenceContext
    EntityManager em;

    /** Never null: {@link CxmlConnection#PLAIN} where nothing is agreed. */
    CxmlConnection of(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select field_name, dtd, scheme, price_per_one from cxml_connection where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new CxmlConnection((String) r[0], (String) r[1], (String) r[2], (boolean) r[3]))
                .findFirst()
                .orElse(CxmlConnection.PLAIN);
    }

    /** Adds what is agreed; an agreement that is there already stays. */
    void agree(PartyId customer, CxmlConnection agreed) {
        em.createNativeQuery("insert into cxml_connection (customer, field_name, dtd, scheme, price_per_one)"
                        + " values (:customer, :field, :dtd, :scheme, :one) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("field", agreed.fieldName())
                .setParameter("dtd", agreed.dtd())
                .setParameter("scheme", agreed.scheme())
                .setParameter("one", agreed.pricePerOne())
                .executeUpdate();
    }
}
