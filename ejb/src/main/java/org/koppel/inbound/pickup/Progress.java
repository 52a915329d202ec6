package org.koppel.inbound.pickup;

import java.time.Duration;
import java.time.Instant;
import org.koppel.transport.DeliveryOutcome;

/** How far a run is. A run does not take everything there is: others want their turn, and it is told about what it did. */
final class Progress {
    private static final int MOST_FILES = 500;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of those that cost a connection: a place where all of them do is left alone. */
    private static final int MOST_BREAKS = 10;

    private final Instant start;
    private int taken;
    private int refused;
    private int waiting;
    private int tried;
    private int breaks;
    private boolean more;
    private DeliveryOutcome failure;

    Progress(Instant start) {
        this.start = start;
    }

    /** A file's turn has come. */
    void tries() {
        tried++;
    }

    void took(PickedFile file) {
        if (file.accepted()) {
            taken++;
        } else {
            refused++;
        }
    }

    /** A file could not be taken, or not moved away; the first one's reason stands for all. The others are tried all the same. */
    void failed(DeliveryOutcome why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** The same of one over which the connection broke; there is another one. */
    void broke(DeliveryOutcome why) {
        failed(why);
        breaks++;
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
        more = tried >= MOST_FILES || Duration.between(start, now).compareTo(LONGEST) > 0;
        return more || breaks >= MOST_BREAKS;
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
