package org.koppel.inbound.pickup;

import java.time.Duration;
import java.time.Instant;
import org.koppel.transport.DeliveryOutcome;

/** How far a run is. A run does not take everything there is: others want their turn, and it is told about what it did. */
final class Progress {
    private static final int MOST_FILES = 500;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_FAILURES = 10;

    private final Instant start;
    private int taken;
    private int refused;
    private int waiting;
    private int failures;
    private boolean more;
    private DeliveryOutcome failure;

    Progress(Instant start) {
        this.start = start;
    }

    void took(PickedFile file) {
        if (file.accepted()) {
            taken++;
        } else {
            refused++;
        }
    }

    /** A file could not be taken; the first one's reason stands for all. */
    void failed(DeliveryOutcome why) {
        if (failure == null) {
            failure = why;
        }
        failures++;
    }

    /** How the visit went, if it came to its end. */
    DeliveryOutcome outcome() {
        return failure == null ? DeliveryOutcome.delivered(null) : failure;
    }

    void waits(int files) {
        waiting = files;
    }

    /** Whether this run has done its share; what is left is for the next one, at once. */
    boolean isEnough(Instant now) {
        more = taken + refused >= MOST_FILES || Duration.between(start, now).compareTo(LONGEST) > 0;
        return more || failures >= MOST_FAILURES;
    }

    boolean more() {
        return more;
    }

    int taken() {
        return taken;
    }

    int refused() {
        return refused;
    }

    int waiting() {
        return waiting;
    }
}
