package org.koppel.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several partners that send orders at the same time. */
final class Partners implements AutoCloseable {
    private static final int THREADS = 4;
    /** Between two orders of one partner, so that the load is about the same on every machine; milliseconds. */
    private static final int PAUSE = 50;

    private static final int PATIENCE_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    /** They send one order after the other until {@link #finish}. */
    static Partners sending(OrderLedger ledger) {
        Partners partners = new Partners();
        for (int i = 0; i < THREADS; i++) {
            partners.start(() -> {
                while (!partners.stopped) {
                    ledger.order();
                    Thread.sleep(PAUSE);
                }
                return null;
            });
        }
        return partners;
    }

    /** They send so many orders at once, one each. */
    static Partners sending(OrderLedger ledger, int orders) {
        Partners partners = new Partners();
        for (int i = 0; i < orders; i++) {
            partners.start(() -> {
                ledger.order();
                return null;
            });
        }
        return partners;
    }

    private void start(Callable<Void> partner) {
        running.add(threads.submit(partner));
    }

    /** No new orders; returns when everything that was sent has been acknowledged or refused. */
    void finish() throws InterruptedException {
        stopped = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Future<?> partner : running) {
            try {
                partner.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A partner failed", e);
            } catch (TimeoutException e) {
                throw new AssertionError("An order was not acknowledged within " + PATIENCE_SECONDS + " s", e);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
