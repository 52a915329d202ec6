package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import org.koppel.shared.PartyId;

/** What is agreed about carts, by customer. */
@ApplicationScoped
@Transactional
public class ShopPolicies {
    @PersistenceContext
    EntityManager em;

    /** The customer's policy, {@link ShopPolicy#USUAL} without one. */
    public ShopPolicy of(PartyId customer) {
        List<?> rows = em.createNativeQuery("select at_once, parked_days, notice_days, price_cap, price_cap_mode"
                        + " from shop_policy where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(ShopPolicies::policy)
                .findFirst()
                .orElse(ShopPolicy.USUAL);
    }

    /** Takes the place of what was agreed before. @throws IllegalArgumentException for days or a cap out of range */
    public void save(PartyId customer, ShopPolicy policy) {
        boolean possible = policy.parkedDays() >= 1
                && policy.parkedDays() <= 365
                && policy.noticeDays() >= 0
                && policy.noticeDays() <= 60
                && (policy.priceCap() == null || policy.priceCap().signum() > 0);
        if (!possible) {
            throw new IllegalArgumentException("Days or price cap are out of range");
        }
        em.createNativeQuery("insert into shop_policy"
                        + " (customer, at_once, parked_days, notice_days, price_cap, price_cap_mode)"
                        + " values (:customer, :atOnce, :parked, :notice, cast(:cap as numeric), :mode)"
                        + " on conflict (customer) do update set at_once = excluded.at_once,"
                        + " parked_days = excluded.parked_days, notice_days = excluded.notice_days,"
                        + " price_cap = excluded.price_cap, price_cap_mode = excluded.price_cap_mode")
                .setParameter("customer", customer.value())
                .setParameter("atOnce", policy.atOnce().name())
                .setParameter("parked", policy.parkedDays())
                .setParameter("notice", policy.noticeDays())
                .setParameter(
                        "cap",
                        policy.priceCap() == null ? null : policy.priceCap().toPlainString())
                .setParameter("mode", policy.priceCapMode().name())
                .executeUpdate();
    }

    private static ShopPolicy policy(Object[] row) {
        return new ShopPolicy(
                ShopPolicy.AtOnce.valueOf((String) row[0]),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                (BigDecimal) row[3],
                Budget.Mode.valueOf((String) row[4]));
    }
}
