package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** The carts that wait for their approved order, for the order feature. */
@ApplicationScoped
public class ParkedCarts {

    /**
     * The transferred cart an order comes from: by a reference that travelled with its lines or, where the buyer's system
     * dropped that, the newest parked cart of the customer that holds exactly the same articles.
     */
    public Optional<ParkedCart> find(PartyId customer, Set<String> references, Collection<String> articles) {
        return Optional.empty();
    }

    /** Marks the cart ORDERED; part of the caller's transaction. */
    public void ordered(PartyId customer, UUID cart, UUID order) {}
}
