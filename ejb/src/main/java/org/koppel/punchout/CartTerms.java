package org.koppel.punchout;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.koppel.catalogue.Audience;

/** What holds for the carts of one visit. */
interface CartTerms {
    /** Where nothing special is agreed. */
    CartTerms USUAL = new CartTerms() {};

    default Shopper shopper(Visit visit) {
        return Shopper.NOBODY;
    }

    /** For whom the catalogue is asked in this visit. */
    default Audience audience(Visit visit) {
        return Audience.of(visit.customer());
    }

    default ShopPolicy policy(Visit visit) {
        return ShopPolicy.USUAL;
    }

    /** Those of the articles that this person, or this person's site, may not buy. */
    default Set<String> forbidden(Visit visit, Collection<String> articles) {
        return Set.of();
    }

    /**
     * The budgets that a cart counts against: the customer's, the person's, and those of one site ({@link Shopper#budgetSite}).
     *
     * @param shopper as {@link #shopper} says it
     * @param site address id of where the goods go, may be null
     * @param lock whether other transfers against them wait until the transaction ends
     */
    default List<Budget.Left> budgets(Visit visit, Shopper shopper, String site, boolean lock) {
        return List.of();
    }
}
