package org.koppel.transport;

import java.time.Duration;

/** What is left of the time for an attempt that takes several steps. */
public final class TimeLeft {
    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(1);

    private final long end;

    private TimeLeft(long end) {
        this.end = end;
    }

    /** @param limit from now */
    public static TimeLeft of(Duration limit) {
        return new TimeLeft(System.nanoTime() + limit.toNanos());
    }

    /** For the next step; never nothing, so that what comes too late fails by itself. */
    public Duration duration() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(NEXT_TO_NOTHING) < 0 ? NEXT_TO_NOTHING : left;
    }

    /** The same, but no more than so much of it. */
    public TimeLeft atMost(Duration limit) {
        TimeLeft shorter = of(limit);
        return shorter.end - end < 0 ? shorter : this;
    }
}
