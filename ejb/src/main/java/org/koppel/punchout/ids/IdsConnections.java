package org.koppel.punchout.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.koppel.shared.PartyId;

/** What is agreed with each customer about IDS Connect. */
@ApplicationScoped
class IdsConnections {
    @PersistenceContext
    EntityManager em;

    /** Never null: {@link IdsConnection#PLAIN} where nothing is agreed. */
    IdsConnection of(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select customer_number, net_price from ids_connection where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new IdsConnection((String) r[0], IdsConnection.NetPrice.valueOf((String) r[1])))
                .findFirst()
                .orElse(IdsConnection.PLAIN);
    }

    /** Adds what is agreed; an agreement that is there already stays. */
    void agree(PartyId customer, IdsConnection agreed) {
        em.createNativeQuery("insert into ids_connection (customer, customer_number, net_price)"
                        + " values (:customer, :number, :netPrice) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("number", agreed.customerNumber())
                .setParameter("netPrice", agreed.netPrice().name())
                .executeUpdate();
    }
}
