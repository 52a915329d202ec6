package org.koppel.transport;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Breaks an attempt off that takes too long, by closing what it waits on. Timeouts of sockets count from byte to byte: a partner
 * that takes ten bytes a second passes all of them and would hold a session for hours.
 */
public final class Deadline implements AutoCloseable {
    /** What a transport has for one attempt. */
    public static final Duration ATTEMPT = Duration.ofSeconds(55);

    private final ScheduledFuture<?> alarm;
    private volatile boolean passed;

    private Deadline(ScheduledExecutorService timer, Duration limit, Runnable breakOff) {
        alarm = timer.schedule(
                () -> {
                    passed = true;
                    breakOff.run();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** @param breakOff must return at once and make the waiting thread fail */
    public static Deadline after(ScheduledExecutorService timer, Duration limit, Runnable breakOff) {
        return new Deadline(timer, limit, breakOff);
    }

    /** Whether the attempt was broken off. */
    public boolean isPassed() {
        return passed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
