package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.koppel.catalogue.Audience;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;

/** The terms as they were agreed with the visit's customer. */
@ApplicationScoped
class AgreedTerms implements CartTerms {
    @Inject
    Buyers buyers;

    @Inject
    ShopPolicies policies;

    @Inject
    ShopperRules rules;

    @Inject
    Budgets budgets;

    /** Buyers' systems name a person by login, by name or by e-mail address. */
    @Override
    public Shopper shopper(Visit visit) {
        String named = visit.buyer();
        if (named == null) {
            return new Shopper(null, null, null, visit.site(), null);
        }
        return buyers.named(visit.customer(), named)
                .map(b -> shopper(visit, b))
                .orElse(new Shopper(null, named, null, visit.site(), null));
    }

    /** The site that the buyer's system named for this visit goes before the person's usual one. */
    private static Shopper shopper(Visit visit, Buyer buyer) {
        String home = buyer.site().orElse(null);
        String site = visit.site() == null ? home : visit.site();
        return new Shopper(buyer.login(), buyer.name(), buyer.email().orElse(null), site, home);
    }

    @Override
    public Audience audience(Visit visit) {
        if (!visit.ruled()) {
            return Audience.of(visit.customer());
        }
        Shopper shopper = shopper(visit);
        return rules.audience(visit.customer(), shopper.site(), shopper.login());
    }

    @Override
    public ShopPolicy policy(Visit visit) {
        return policies.of(visit.customer());
    }

    @Override
    public Set<String> forbidden(Visit visit, Collection<String> articles) {
        if (articles.isEmpty() || !visit.ruled()) {
            return Set.of();
        }
        Shopper shopper = shopper(visit);
        return rules.forbidden(visit.customer(), shopper.site(), shopper.login(), articles);
    }

    @Override
    public List<Budget.Left> budgets(Visit visit, Shopper shopper, String site, boolean lock) {
        return budgets.left(visit.customer(), shopper.budgetSite(site), shopper.login(), lock);
    }
}
