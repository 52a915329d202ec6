package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.koppel.shared.PartyId;

/** The rules of {@link ShopperRules} as they are kept. Part of the caller's transaction. */
@ApplicationScoped
public class ShopperGrants {
    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public ShopperGrants() {}

    /** Outside a container. */
    public ShopperGrants(EntityManager em) {
        this.em = em;
    }

    /** All of a customer: by site, then by buyer. */
    public List<ShopperGrant> of(PartyId customer) {
        List<?> rows = em.createNativeQuery("select id, site, buyer, effect, article, category from shopper_rule"
                        + " where customer = :customer order by site nulls last, buyer, effect, category, article")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(ShopperGrants::grant).toList();
    }

    /** One that is there already is no error. */
    public void add(PartyId customer, ShopperGrant grant) {
        em.createNativeQuery("insert into shopper_rule (customer, site, buyer, effect, article, category) values"
                        + " (:customer, cast(:site as text), cast(:buyer as text), :effect, cast(:article as text),"
                        + " cast(:category as text)) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("site", grant.site())
                .setParameter("buyer", grant.buyer())
                .setParameter("effect", grant.included() ? "INCLUDE" : "EXCLUDE")
                .setParameter("article", grant.article())
                .setParameter("category", grant.category())
                .executeUpdate();
    }

    /** @return false when the customer has no such rule */
    public boolean remove(PartyId customer, long id) {
        return em.createNativeQuery("delete from shopper_rule where customer = :customer and id = :id")
                        .setParameter("customer", customer.value())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    private static ShopperGrant grant(Object[] row) {
        return new ShopperGrant(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                "INCLUDE".equals(row[3]),
                (String) row[4],
                (String) row[5]);
    }
}
