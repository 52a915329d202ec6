package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * Budgets and what is left of them. Counted are the carts that went home in the period, ordered or waiting for their order,
 * each once at what it was then: a cart is not counted again when it is ordered, however many orders it becomes, and no more
 * once it expired. It counts for one site at most, as {@link Shopper#budgetSite} said when it went home.
 */
@ApplicationScoped
@Transactional
public class Budgets {
    private static final String COLUMNS =
            "select id, site, buyer, period, amount, mode from budget where customer = :customer";

    private static final String COLUMNS_AND_SITE = COLUMNS.replace(
            " from budget",
            ", (select s.name from site s where s.customer = budget.customer and s.address_id = budget.site) from budget");

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** All budgets of a customer. */
    public List<Budget> of(PartyId customer) {
        List<?> rows = em.createNativeQuery(COLUMNS + " order by site nulls first, buyer nulls first, period")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(row -> budget((Object[]) row)).toList();
    }

    /**
     * Takes the place of the budget of the same site, person and period.
     *
     * @throws IllegalArgumentException when the customer has no such site or person: nobody would ever spend it
     */
    public void save(PartyId customer, Budget budget) {
        requireKnown(customer, budget);
        em.createNativeQuery("insert into budget (id, customer, site, buyer, period, amount, mode)"
                        + " values (:id, :customer, cast(:site as text), cast(:buyer as text), :period, :amount, :mode)"
                        + " on conflict (customer, coalesce(site, ''), coalesce(buyer, ''), period)"
                        + " do update set amount = excluded.amount, mode = excluded.mode")
                .setParameter("id", budget.id())
                .setParameter("customer", customer.value())
                .setParameter("site", budget.site())
                .setParameter("buyer", budget.buyer())
                .setParameter("period", budget.period().name())
                .setParameter("amount", budget.amount())
                .setParameter("mode", budget.mode().name())
                .executeUpdate();
    }

    private void requireKnown(PartyId customer, Budget budget) {
        boolean known = (Boolean) em.createNativeQuery(
                        "select (cast(:site as text) is null or exists (select 1 from site"
                                + " where customer = :customer and address_id = cast(:site as text)))"
                                + " and (cast(:buyer as text) is null or exists (select 1 from buyer"
                                + " where customer = :customer and lower(login) = lower(cast(:buyer as text))))",
                        Boolean.class)
                .setParameter("customer", customer.value())
                .setParameter("site", budget.site())
                .setParameter("buyer", budget.buyer())
                .getSingleResult();
        if (!known) {
            throw new IllegalArgumentException("Budget of a site or person that the customer does not have");
        }
    }

    /** One that is not there is no error. */
    public void remove(PartyId customer, UUID budget) {
        em.createNativeQuery("delete from budget where customer = :customer and id = :id")
                .setParameter("customer", customer.value())
                .setParameter("id", budget)
                .executeUpdate();
    }

    /** The budgets of the customer, of the site that pays and of the person (both may be null). @see CartTerms#budgets */
    List<Budget.Left> left(PartyId customer, String site, String buyer, boolean lock) {
        List<?> rows = em.createNativeQuery(COLUMNS_AND_SITE + " and (site is null or site = cast(:site as text))"
                        + " and (buyer is null or lower(buyer) = lower(cast(:buyer as text))) order by id"
                        + (lock ? " for update" : ""))
                .setParameter("customer", customer.value())
                .setParameter("site", site)
                .setParameter("buyer", buyer)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> left(customer, budget(row), (String) row[6]))
                .toList();
    }

    private Budget.Left left(PartyId customer, Budget budget, String siteName) {
        return new Budget.Left(budget, spent(customer, budget), siteName);
    }

    private BigDecimal spent(PartyId customer, Budget budget) {
        Instant start = budget.period()
                .start(LocalDate.now(clock))
                .atStartOfDay(clock.getZone())
                .toInstant();
        return (BigDecimal) em.createNativeQuery("select coalesce(sum(net), 0.00) from cart"
                        + " where customer = :customer and status in ('TRANSFERRED', 'ORDERED')"
                        + " and transferred_at >= :start"
                        + " and (cast(:site as text) is null or budget_site = cast(:site as text))"
                        + " and (cast(:buyer as text) is null or lower(buyer) = lower(cast(:buyer as text)))")
                .setParameter("customer", customer.value())
                .setParameter("start", start)
                .setParameter("site", budget.site())
                .setParameter("buyer", budget.buyer())
                .getSingleResult();
    }

    private static Budget budget(Object[] row) {
        return new Budget(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                Budget.Period.valueOf((String) row[3]),
                (BigDecimal) row[4],
                Budget.Mode.valueOf((String) row[5]));
    }
}
