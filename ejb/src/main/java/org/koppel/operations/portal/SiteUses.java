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

    /** Whether an order, a cart that went home, a budget or a rule of the assortment names that address id. */
    boolean isNamed(PartyId customer, String addressId) {
        return !em.createNativeQuery("select 1 from purchase_order where customer = :customer and site = :site"
                        + " union all select 1 from cart where customer = :customer and :site in (site, budget_site)"
                        + " union all select 1 from budget where customer = :customer and site = :site"
                        + " union all select 1 from shopper_rule where customer = :customer and site = :site limit 1")
                .setParameter("customer", customer.value())
                .setParameter("site", addressId)
                .getResultList()
                .isEmpty();
    }
}
