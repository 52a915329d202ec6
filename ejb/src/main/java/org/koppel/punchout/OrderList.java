package org.koppel.punchout;

import java.time.Instant;
import java.util.UUID;

/**
 * A list that can be ordered at once: one that buyers saved, or an earlier cart. {@code name} is its name or the cart's reference;
 * {@code buyer} who made it, may be null; {@code at} when it was saved or went home; {@code lines} how many articles it has;
 * {@code changeable} whether who asks may change it; {@code orphaned} whether its owner was switched off, so that everyone who sees it
 * may change it and take it over.
 */
public record OrderList(
        UUID id,
        String name,
        String buyer,
        Instant at,
        int lines,
        Audience audience,
        boolean changeable,
        boolean orphaned) {

    /** Who sees a list. */
    public enum Audience {
        /** Its owner only. */
        BUYER,
        /** The buyers of one site. */
        SITE,
        /** Every buyer of the customer. */
        CUSTOMER
    }
}
