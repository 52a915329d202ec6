package org.koppel.punchout;

import java.time.Instant;
import java.util.List;
import org.koppel.shared.PartyId;

/**
 * A cart as it went home, with all that was said of its lines, surcharges on lines of their own; {@code until} is when it expires.
 */
public record TransferredCart(
        ParkedCart cart, PartyId customer, Instant transferredAt, Instant until, List<CartItem> items) {

    public TransferredCart {
        items = List.copyOf(items);
    }
}
