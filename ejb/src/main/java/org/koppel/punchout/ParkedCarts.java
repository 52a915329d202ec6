package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** The carts that wait for their approved order, for the order feature. */
@ApplicationScoped
@Transactional
public class ParkedCarts {
    @Inject
    StoredCarts carts;

    @Inject
    Clock clock;

    /**
     * The transferred cart an order comes from: by a reference that travelled with its lines (also a cart that was ordered
     * from already: buyers' systems split carts) or, where the buyer's system dropped that, the newest parked cart of the
     * customer that holds exactly the same articles.
     */
    public Optional<ParkedCart> find(PartyId customer, Set<String> references, Collection<String> articles) {
        Optional<Cart> named = references.isEmpty() ? Optional.empty() : carts.byReference(customer, references);
        Optional<Cart> found = named.isPresent() || articles.isEmpty() ? named : carts.byArticles(customer, articles);
        return found.map(Cart::parked);
    }

    /**
     * Marks the cart ORDERED; part of the caller's transaction.
     *
     * @throws IllegalCartStateException when the cart never went home
     */
    public void ordered(PartyId customer, UUID cart, UUID order) {
        carts.byId(customer, cart).ifPresent(c -> c.ordered(order, clock.instant()));
    }
}
