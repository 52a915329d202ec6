package org.koppel.inbound.pickup;

import java.time.Instant;
import java.util.UUID;

/**
 * One visit. {@code askedBy} is the person who wanted it at once, null for one of the schedule; {@code endedAt}, {@code code} and
 * {@code detail} are null while it runs; {@code waiting} counts files that were not complete yet.
 */
public record WayInRun(
        UUID id,
        String node,
        String askedBy,
        Instant startedAt,
        Instant endedAt,
        Status status,
        String code,
        String detail,
        int taken,
        int refused,
        int waiting) {

    /** How it ended. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED,
        /** Its server went away in the middle. */
        BROKEN_OFF
    }
}
