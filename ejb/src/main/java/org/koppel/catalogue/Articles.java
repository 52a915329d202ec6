package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** Articles as one customer sees them. */
@ApplicationScoped
public class Articles {

    /**
     * Everything for an article's page. Empty when the supplier has no such number or it is outside the customer's assortment:
     * the two cannot be told apart. A dead article of the assortment is shown, with its successor.
     */
    public Optional<ArticleDetail> detail(PartyId customer, String number, String language) {
        return Optional.empty();
    }
}
