package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.koppel.shared.PartyId;

/** What refers to a site. Part of the caller's transaction. */
@ApplicationScoped
class SiteUses {
    @PersistenceContext
    EntityManager em;

    /** Whether any order of the customer goes to that address id. */
    boolean isOrderedTo(PartyId customer, String addressId) {
        return !em.createNativeQuery(
                        "select 1 from purchase_order o where o.customer = :customer and o.site = :site limit 1")
                .setParameter("customer", customer.value())
                .setParameter("site", addressId)
                .getResultList()
                .isEmpty();
    }
}
