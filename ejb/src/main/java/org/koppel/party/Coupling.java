package org.koppel.party;

import java.time.Instant;

/**
 * A way by which a customer's systems come in. {@code agreed} says whether there is any credential for it; {@code offSince} and
 * {@code who} (switched it off) are null while it is on.
 */
public record Coupling(Credentials.Kind kind, boolean agreed, Instant offSince, String who) {

    /** Whether the customer's systems can use it now. */
    public boolean on() {
        return agreed && offSince == null;
    }
}
