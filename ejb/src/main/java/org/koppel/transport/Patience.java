package org.koppel.transport;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * For what nothing can break off: a network share that hangs, a broker that blocks. It is done by a thread of its own, which is left
 * alone when the time is over. Until that one ends its place is not tried again, so a place holds no more threads than were there at once.
 */
@ApplicationScoped
public class Patience {
    @Resource
    private ManagedThreadFactory managed;

    private final Map<String, Future<?>> stuck = new ConcurrentHashMap<>();
    private final Duration limit;
    private ExecutorService aside;

    /** For CDI. */
    public Patience() {
        this.limit = Deadline.ATTEMPT;
    }

    /** Outside a container. @param threads instead of the container's; @param limit for one attempt */
    public Patience(ThreadFactory threads, Duration limit) {
        this.limit = limit;
        this.aside = Executors.newCachedThreadPool(threads);
    }

    @PostConstruct
    void open() {
        aside = Executors.newCachedThreadPool(managed);
    }

    @PreDestroy
    void close() {
        aside.shutdownNow();
    }

    /**
     * What the work gives, or a retry when it takes too long; it may come to its end later all the same.
     *
     * @param place what it waits on, for a person
     * @throws IOException as the work does; it throws nothing else that is checked
     */
    public DeliveryOutcome with(String place, Callable<DeliveryOutcome> work) throws IOException, InterruptedException {
        Future<?> before = stuck.get(place);
        if (before != null && !before.isDone()) {
            return hangs(place, "does not answer: an earlier attempt still hangs in it");
        }
        Future<DeliveryOutcome> attempt = aside.submit(work);
        try {
            return attempt.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stuck.put(place, attempt);
            return hangs(place, "did not answer within " + limit.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            stuck.put(place, attempt);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static DeliveryOutcome hangs(String place, String how) {
        return DeliveryOutcome.retry(
                "TOO_SLOW",
                place + " " + how + ". Look after it (is a network share away?); it is tried again when it answers");
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("Unexpected failure of an attempt", cause);
    }
}
