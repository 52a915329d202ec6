package org.koppel.punchout;

import java.math.BigDecimal;
import org.koppel.catalogue.Offer;
import org.koppel.punchout.quick.QuickRow;

/**
 * What became of a row of a quick order. {@code offer} is the article that was meant, or its successor; null when none was found.
 * {@code quantity} is what went into the cart because of this row, null when nothing did.
 */
public record QuickLine(QuickRow row, Outcome outcome, Offer offer, BigDecimal quantity) {

    /** How a row went. */
    public enum Outcome {
        ADDED(true),
        /** Raised to whole packs. */
        ROUNDED(true),
        /** Raised to the least that can be ordered. */
        BELOW_MINIMUM(true),
        /** The article is no longer sold: its successor was added. */
        REPLACED(true),
        /** The same, and raised to whole packs of the successor. */
        REPLACED_ROUNDED(true),
        /** The same, and raised to the least of the successor that can be ordered. */
        REPLACED_BELOW_MINIMUM(true),
        /** The article, or its successor, is sold by another unit than the row counts: a person has to say how much. */
        OTHER_UNIT(false),
        /** No article of the customer's assortment has this number, or several have. */
        UNKNOWN(false),
        /** There is a quantity, but no number. */
        NO_NUMBER(false),
        /** The quantity is no number, or could mean two. */
        UNREADABLE(false),
        /** Not above zero, or more than can be ordered. */
        REFUSED(false),
        /** The article has no price for the customer. */
        NO_PRICE(false);

        private final boolean added;

        Outcome(boolean added) {
            this.added = added;
        }

        /** Whether the cart has changed by the row. */
        public boolean isAdded() {
            return added;
        }
    }
}
