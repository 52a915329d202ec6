package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.catalogue.Audience;
import org.koppel.shared.PartyId;

/** What single sites and persons of a customer may buy out of its assortment. */
@ApplicationScoped
class ShopperRules {
    private static final String MINE = "r.customer = :customer"
            + " and (r.site = cast(:site as text) or lower(r.buyer) = lower(cast(:buyer as text)))";
    private static final String MEANS =
            "(r.article = a.number or a.category = r.category" + " or starts_with(a.category, r.category || '.'))";

    @PersistenceContext
    EntityManager em;

    boolean any(PartyId customer) {
        return !em.createNativeQuery("select 1 from shopper_rule where customer = :customer limit 1")
                .setParameter("customer", customer.value())
                .getResultList()
                .isEmpty();
    }

    /** The customer as one site or person of it sees its assortment; either may be null. */
    Audience audience(PartyId customer, String site, String buyer) {
        Object[] rules = (Object[]) em.createNativeQuery("select md5(string_agg(concat_ws('|', r.effect,"
                        + " coalesce(r.article, ''), coalesce(r.category, '')), ',' order by r.id)),"
                        + " coalesce(bool_or(r.effect = 'INCLUDE'), false) from shopper_rule r where " + MINE)
                .setParameter("customer", customer.value())
                .setParameter("site", site)
                .setParameter("buyer", buyer)
                .getSingleResult();
        return new Audience(customer, site, buyer, (String) rules[0], (Boolean) rules[1]);
    }

    /**
     * An exclusion forbids; where there are inclusions, what none of them means is forbidden too.
     *
     * @param site address id, may be null
     * @param buyer login, may be null
     */
    Set<String> forbidden(PartyId customer, String site, String buyer, Collection<String> articles) {
        List<?> found = em.createNativeQuery(
                        "select a.number from article a where a.number = any(cast(:articles as text[])) and ("
                                + "exists (select 1 from shopper_rule r where " + MINE
                                + " and r.effect = 'EXCLUDE' and "
                                + MEANS + ") or (exists (select 1 from shopper_rule r where " + MINE
                                + " and r.effect = 'INCLUDE') and not exists (select 1 from shopper_rule r where "
                                + MINE + " and r.effect = 'INCLUDE' and " + MEANS + ")))",
                        String.class)
                .setParameter("articles", articles.toArray(String[]::new))
                .setParameter("customer", customer.value())
                .setParameter("site", site)
                .setParameter("buyer", buyer)
                .getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
