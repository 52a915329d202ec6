package org.koppel.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.koppel.run.Demo;

/** The server under load: clients that post orders, and the database that tells how far it is. */
final class Koppel {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CONFIRMED = "select count(*) from purchase_order where status = 'CONFIRMED'";
    private static final String WAITING =
            "select count(*) from (select 1 from inbound_message where status = 'RECEIVED' order by queued_at limit 1) as w";

    private final Demo demo;
    private final OrderPosts orders;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** With orders in cXML. */
    Koppel(Demo demo) {
        this(demo, new CxmlPosts(demo, new OrderMessages(demo.properties())));
    }

    Koppel(Demo demo, OrderPosts orders) {
        this.demo = demo;
        this.orders = orders;
    }

    /** Orders a second from the first byte posted until the last one is confirmed; clients post for so long. */
    double ordersPerSecond(int clients, Duration posting) throws InterruptedException, SQLException {
        long before = confirmed();
        long begin = System.nanoTime();
        long posted = post(clients, begin + posting.toNanos());
        awaitConfirmed(before + posted);
        return posted * 1e9 / (System.nanoTime() - begin);
    }

    private long post(int clients, long until) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(clients);
        long[] counts = new long[clients];
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.execute(() -> {
                try {
                    while (System.nanoTime() < until && failure.get() == null) {
                        require(http.send(orders.next(), BodyHandlers.ofString()));
                        counts[client]++;
                    }
                } catch (IOException | InterruptedException | IllegalStateException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        threads.shutdown();
        if (failure.get() != null) {
            throw new IllegalStateException("A client failed", failure.get());
        }
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Counts only when nothing waits any more, and on one connection: a count of all orders takes as much of the database as ten orders, and it would be timed along. */
    private void awaitConfirmed(long expected) throws InterruptedException, SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection db = demo.database().connect()) {
            while (PeerDatabase.count(db, WAITING) > 0 || PeerDatabase.count(db, CONFIRMED) < expected) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Only " + confirmed() + " of " + expected + " orders are confirmed");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** Answer times in milliseconds at a fixed rate, counted from when each order should have been posted. */
    Samples acknowledgeLatency(int perSecond, Duration duration) throws InterruptedException {
        int total = (int) (perSecond * duration.toSeconds());
        double[] latencies = new double[total];
        CountDownLatch done = new CountDownLatch(total);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        for (int i = 0; i < total; i++) {
            int index = i;
            long due = begin + i * 1_000_000_000L / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            CompletableFuture<HttpResponse<String>> answer = http.sendAsync(orders.next(), BodyHandlers.ofString());
            answer.whenComplete((response, error) -> {
                latencies[index] = (System.nanoTime() - due) / 1e6;
                if (error != null || !orders.accepted(response)) {
                    failure.compareAndSet(null, error == null ? new IllegalStateException(response.body()) : error);
                }
                done.countDown();
            });
        }
        done.await();
        if (failure.get() != null) {
            throw new IllegalStateException("An order was not taken", failure.get());
        }
        return new Samples(latencies);
    }

    long confirmed() throws SQLException {
        return count(CONFIRMED);
    }

    long count(String query) throws SQLException {
        try (Connection db = demo.database().connect()) {
            return PeerDatabase.count(db, query);
        }
    }

    private void require(HttpResponse<String> answer) {
        if (!orders.accepted(answer)) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }
}
