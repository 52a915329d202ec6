package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** Pictures of articles. */
@ApplicationScoped
public class Pictures {

    /** Empty when the customer cannot see such an article. */
    public Optional<Picture> of(PartyId customer, String article) {
        return Optional.empty();
    }
}
