package org.koppel.inbound.pickup;

import java.time.Instant;
import java.util.UUID;

/**
 * How a way in does. {@code nextRunAt} is when it is due; {@code running} that somebody visits it now; {@code failures} are runs that
 * failed in a row; {@code cause} is what the last failed run said, null when the last one went well; {@code lastRunAt} and
 * {@code lastSuccessAt} are null before the first.
 */
public record WayInState(
        UUID id,
        Instant nextRunAt,
        boolean running,
        int failures,
        boolean needsPerson,
        String code,
        String cause,
        Instant lastRunAt,
        Instant lastSuccessAt) {}
