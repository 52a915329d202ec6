package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.koppel.shared.PartyId;

/** The supplier's tree of categories, as one customer sees it. */
@ApplicationScoped
public class Categories {

    /**
     * The top categories with their children, in the supplier's order; those in which the customer sees nothing are left out.
     *
     * @param language ISO 639-1; a name that is missing in it is English
     */
    public List<Category> tree(PartyId customer, String language) {
        return List.of();
    }
}
