package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** The carts that wait for their approved order, for the order feature. */
@ApplicationScoped
@Transactional
public class ParkedCarts {
    /** A little less than the time between two turns. */
    private static final Duration TURN = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How long after a cart expired its order may come without naming it. */
    private static final Duration GRACE = Duration.ofDays(30);

    @Inject
    StoredCarts carts;

    @Inject
    StoredAttachments attachments;

    @Inject
    Clock clock;

    /**
     * The transferred cart of a reference that travelled with its lines, also one that was ordered from already (buyers' systems split carts)
     * and one that expired.
     */
    public Optional<ParkedCart> named(PartyId customer, Set<String> references) {
        Optional<Cart> named = references.isEmpty() ? Optional.empty() : carts.byReference(customer, references);
        return named.map(Cart::parked);
    }

    /**
     * The newest carts of the customer with exactly these articles, whatever the quantities, for an order whose buyer's system dropped the
     * reference: those that wait, that expired not long ago, and that went home though their transfer had ordered them. The caller's
     * transaction has them to itself.
     */
    public List<ParkedCart> alike(PartyId customer, Collection<String> articles) {
        Instant now = clock.instant();
        return articles.isEmpty()
                ? List.of()
                : carts.byContent(customer, articles, now.minus(GRACE), now).stream()
                        .map(Cart::parked)
                        .toList();
    }

    /**
     * The waiting carts of the customer that are most like an order which has lines more, fewer or others than any cart: at least half of the
     * order's articles are in the cart, and half of the cart's in the order. Those with the fewest that are not in both; carts ordered by
     * their transfer are left out. For a hint to a person only: they are not locked, and of very many only the newest are looked at.
     *
     * @param others how many lines the order has that are no article of the catalogue
     */
    public List<ParkedCart> similar(PartyId customer, Collection<String> articles, int others) {
        return articles.isEmpty()
                ? List.of()
                : carts.sharing(customer, articles, articles.size() + others, clock.instant()).stream()
                        .map(Cart::parked)
                        .toList();
    }

    /** A cart of the customer that went home, whatever became of it. */
    public Optional<ParkedCart> byId(PartyId customer, UUID cart) {
        return carts.byId(customer, cart).filter(c -> c.transferredAt() != null).map(Cart::parked);
    }

    /** As {@link #byId}, for who only looks: nobody waits for it. */
    public Optional<ParkedCart> seen(PartyId customer, UUID cart) {
        return carts.seen(customer, cart).filter(c -> c.transferredAt() != null).map(Cart::parked);
    }

    /** The company logo that was given with the cart: a PNG. */
    public Optional<byte[]> logo(UUID cart) {
        return carts.logo(cart);
    }

    /** Files that the buyer gave along, line by line. */
    public List<Attachment> attachments(UUID cart) {
        return attachments.of(cart);
    }

    /** Whether the caller may do this turn's work on parked carts: only one node may. */
    public boolean takeTurn() {
        Instant now = clock.instant();
        return carts.takeTurn(now.minus(TURN), now);
    }

    /** Closes the open carts of visits that are over. */
    public void closeAbandoned() {
        carts.expire(clock.instant());
    }

    /** Carts whose time is over; {@link #expire} is to be called with each. */
    public List<UUID> overdue() {
        return carts.overdue(clock.instant());
    }

    /** Carts whose buyer is to be told that they will expire; {@link #noticed} is to be called with each. */
    public List<UUID> endingSoon() {
        return carts.endingSoon(clock.instant());
    }

    /** Carts that are orders by their transfer, and of which no order came for minutes: something was in the way. */
    public List<TransferredCart> unordered() {
        return carts.unordered(clock.instant().minus(PATIENCE)).stream()
                .flatMap(id -> carts.lockFree(id).stream())
                .map(Cart::transferred)
                .toList();
    }

    /** Ends the waiting of a cart, as part of the caller's transaction. Empty when it does not wait any more, or another node is at it. */
    public Optional<TransferredCart> expire(UUID cart) {
        return waiting(cart).map(c -> {
            c.expire(clock.instant());
            return c.transferred();
        });
    }

    /** Notes that the buyer is being told. Empty when the cart does not wait any more, or another node is at it. */
    public Optional<TransferredCart> noticed(UUID cart) {
        return waiting(cart).map(c -> {
            carts.noticed(cart, clock.instant());
            return c.transferred();
        });
    }

    private Optional<Cart> waiting(UUID cart) {
        return carts.lockFree(cart).filter(c -> c.status() == Cart.Status.TRANSFERRED);
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
