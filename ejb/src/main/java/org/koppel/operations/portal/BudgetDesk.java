package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.koppel.operations.Audit;
import org.koppel.punchout.Budget;
import org.koppel.punchout.Budgets;
import org.koppel.punchout.ShopPolicies;
import org.koppel.shared.PartyId;

/**
 * What a customer's administrator lets a site or a buyer spend. The budget of the whole customer and the highest price of one unit are
 * agreed with the supplier: they are seen here and never changed, and no budget may be above the customer's of the same period.
 */
@ApplicationScoped
@Transactional
public class BudgetDesk {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,2})?");

    @Inject
    Budgets budgets;

    @Inject
    ShopPolicies policies;

    @Inject
    Grantees grantees;

    @Inject
    Audit audit;

    /** The customer's own, of sites and buyers. */
    public List<Budget> of(PartyId customer) {
        return budgets.of(customer).stream().filter(BudgetDesk::isOwn).toList();
    }

    /** Those agreed with the supplier, of the whole customer. */
    public List<Budget> agreed(PartyId customer) {
        return budgets.of(customer).stream().filter(b -> !isOwn(b)).toList();
    }

    /** The highest net price of one unit, in the customer's currency, where one is agreed. */
    public Optional<BigDecimal> priceCap(PartyId customer) {
        return Optional.ofNullable(policies.of(customer).priceCap());
    }

    /**
     * Takes the place of the budget of the same site or buyer and period.
     *
     * @param whom as {@link Grantees#of} takes it
     * @throws PortalRefusedException when it is not for a site or buyer of the customer, no amount, or above what is agreed
     */
    public void grant(PortalPerson person, String whom, Budget.Period period, String amount, Budget.Mode mode) {
        Grantees.Grantee grantee = grantees.of(person.customer(), whom);
        String plain = Entered.matching("amount", Entered.text("amount", amount, 20), AMOUNT, "AMOUNT");
        BigDecimal sum = new BigDecimal(plain.replace(',', '.')).setScale(2);
        boolean above =
                agreed(person.customer()).stream().anyMatch(b -> b.period() == period && sum.compareTo(b.amount()) > 0);
        if (above) {
            throw new PortalRefusedException("amount", "ABOVE_AGREED");
        }
        budgets.save(
                person.customer(), new Budget(UUID.randomUUID(), grantee.site(), grantee.buyer(), period, sum, mode));
        audit.noteOfCustomer(person.name(), "BUDGET", person.customer(), grantee + " " + period + " " + sum);
    }

    /** @return false when it is none of the customer's own */
    public boolean remove(PortalPerson person, UUID budget) {
        Optional<Budget> known = of(person.customer()).stream()
                .filter(b -> b.id().equals(budget))
                .findFirst();
        known.ifPresent(b -> {
            budgets.remove(person.customer(), budget);
            String whom = b.site() == null ? b.buyer() : b.site();
            audit.noteOfCustomer(person.name(), "BUDGET_OFF", person.customer(), whom + " " + b.period());
        });
        return known.isPresent();
    }

    private static boolean isOwn(Budget budget) {
        return budget.site() != null || budget.buyer() != null;
    }
}
