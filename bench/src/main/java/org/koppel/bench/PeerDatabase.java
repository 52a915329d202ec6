package org.koppel.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.koppel.run.Demo;

/**
 * The peer: the commits that Koppel makes for an order, with the same rows, columns, sizes and indexes, by JDBC alone, on a copy
 * of the database in the same PostgreSQL.
 */
final class PeerDatabase {
    private final String url;
    private final String password;
    private final PeerOrder sample;

    private PeerDatabase(String url, String password, PeerOrder sample) {
        this.url = url;
        this.password = password;
        this.sample = sample;
    }

    /** Copies the schema with all its data; nobody may be connected to it meanwhile. */
    static void copy(Demo demo) throws SQLException {
        try (Connection db = DriverManager.getConnection(
                        address(demo, "postgres"), "koppel", demo.secrets().get("jdbc.password"));
                Statement statement = db.createStatement()) {
            statement.execute("drop database if exists peer");
            statement.execute("create database peer template koppel");
        }
    }

    /** @param sample an order as Koppel wrote it */
    static PeerDatabase of(Demo demo, PeerOrder sample) {
        return new PeerDatabase(address(demo, "peer"), demo.secrets().get("jdbc.password"), sample);
    }

    private static String address(Demo demo, String database) {
        return demo.database().url().replaceAll("/koppel(\\?.*)?$", "/" + database) + "?reWriteBatchedInserts=true";
    }

    /** Orders a second with so many connections at once. */
    double ordersPerSecond(int clients, Duration duration) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicReference<SQLException> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(clients);
        long[] counts = new long[clients];
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.execute(() -> {
                try (Connection db = DriverManager.getConnection(url, "koppel", password)) {
                    db.setAutoCommit(false);
                    while (System.nanoTime() < begin + duration.toNanos()) {
                        sample.write(db);
                        counts[client]++;
                    }
                } catch (SQLException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        threads.shutdown();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("The peer failed", failure.get());
        }
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum / seconds;
    }

    static long count(Connection db, String query) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
