package org.koppel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.sf.jasperreports.engine.JRException;
import org.koppel.codec.DocumentException;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Workspace;

/**
 * Measures the order path on the real server and PostgreSQL, prints a table and writes {@code bench/target/results.json} and
 * {@code results.md}. Our turn and the peer's alternate; rates are medians of the pairs.
 */
public final class Benchmark {
    private static final int OFFSET = 800;
    private static final int PAIRS = 3;
    private static final Duration TURN = Duration.ofSeconds(8);
    /** Turns: after one minute of load the rate still doubles. */
    private static final int LEAST_WARM_UP = 12;

    private static final int MOST_WARM_UP = 30;

    /** No place for any delivery, so none is worked on; the sweeper stays out of the way too. */
    private static final Map<String, String> PAUSED =
            Map.of("KOPPEL_DELIVERIES_PER_PARTNER", "0", "KOPPEL_SWEEP_SECONDS", "3600");

    private static final Map<String, String> DELIVERING =
            Map.of("KOPPEL_DELIVERIES_PER_PARTNER", "4", "KOPPEL_SWEEP_SECONDS", "1");

    private final List<Figure> figures = new ArrayList<>();
    private final Path root =
            Path.of(System.getProperty("koppel.root", ".")).toAbsolutePath().normalize();
    private final Path target = root.resolve("bench/target");

    private Benchmark() {}

    /** Exits normally also when a goal is missed: the table says so. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, JRException, DocumentException {
        new Benchmark().run();
    }

    private void run() throws IOException, InterruptedException, SQLException, JRException, DocumentException {
        Demo paused = demo(PAUSED);
        OrderResponse response;
        try {
            paused.forgetData();
            Path classes = target.resolve("classes.jsa");
            Files.deleteIfExists(classes);
            String options = System.getProperty("koppel.java-options", "");
            System.setProperty("koppel.java-options", "-XX:ArchiveClassesAtExit=" + classes);
            paused.start();
            paused.server().stop();
            PeerDatabase.copy(paused);
            // as operations.md advises
            System.setProperty("koppel.java-options", ("-XX:SharedArchiveFile=" + classes + ' ' + options).strip());
            paused.server().start(); // now the database is filled
            ready(paused);
            response = orders(paused);
        } finally {
            paused.stop();
        }
        Demo delivering = demo(DELIVERING);
        try {
            delivering.start();
            deliveries(delivering);
            besideDeliveries(delivering);
        } finally {
            delivering.stop();
        }
        figures.addAll(PdfRace.run(response));
        Report.write(figures, target, "results");
    }

    private Demo demo(Map<String, String> settings) throws IOException {
        Path data = target.resolve("koppel");
        return new Demo(Workspace.below(root, data), data, Ports.configured(OFFSET), settings);
    }

    private void ready(Demo demo) {
        double seconds = demo.server().startTime().toMillis() / 1000.0;
        figures.add(Figure.atMost(
                "server ready after its process started, database filled", text("%.1f s", seconds), seconds, 15, "s"));
    }

    private OrderResponse orders(Demo demo) throws InterruptedException, SQLException, IOException {
        Koppel koppel = new Koppel(demo);
        warmUp(koppel);
        PeerOrder sample;
        OrderResponse response;
        try (Connection db = demo.database().connect()) {
            sample = PeerOrder.newest(db);
            response = Json.read(sample.response(), OrderResponse.class);
        }
        PeerDatabase peer = PeerDatabase.of(demo, sample);
        peer.ordersPerSecond(8, Duration.ofSeconds(3));
        Heap heap = new Heap(demo.server().process().pid());
        heap.watch();
        for (int clients : new int[] {1, 4, 16}) {
            race(koppel, peer, clients);
        }
        latency(koppel);
        figures.add(Figure.plain("peak heap under load", text("%.0f MB", heap.peak()), "-Xmx768m", heap.peak()));
        live("", heap);
        return response;
    }

    /** Until three turns are no faster than the three before: Java's compiler has two processors and works beside the load. */
    private static void warmUp(Koppel koppel) throws InterruptedException, SQLException {
        Deque<Double> rates = new ArrayDeque<>();
        double before = 0;
        for (int i = 1; i <= MOST_WARM_UP; i++) {
            rates.addLast(koppel.ordersPerSecond(16, TURN));
            if (i % 3 == 0) {
                double now = rates.stream().mapToDouble(r -> r).average().orElseThrow();
                if (i >= LEAST_WARM_UP && now < before * 1.03) {
                    return;
                }
                before = now;
                rates.clear();
            }
        }
    }

    private void race(Koppel koppel, PeerDatabase peer, int clients) throws InterruptedException, SQLException {
        double[] ours = new double[PAIRS];
        double[] theirs = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        double flushes = 0;
        for (int i = 0; i < PAIRS; i++) {
            long flushed = flushes(koppel);
            long confirmed = koppel.confirmed();
            ours[i] = koppel.ordersPerSecond(clients, TURN);
            TimeUnit.SECONDS.sleep(1); // statistics reach the view with a delay
            flushes += (double) (flushes(koppel) - flushed) / (koppel.confirmed() - confirmed) / PAIRS;
            theirs[i] = peer.ordersPerSecond(clients, TURN);
            ratios[i] = ours[i] / theirs[i];
        }
        Samples ratio = new Samples(ratios);
        String what = "orders by HTTP to CONFIRMED, 10 lines, " + clients + (clients == 1 ? " client" : " clients");
        String our = text("%.0f/s", new Samples(ours).median());
        String their = text("%.0f/s bare JDBC", new Samples(theirs).median());
        String name = what + " (" + ratio.spread() + ")";
        figures.add(
                clients == 16
                        ? Figure.atLeast(name, our, their, ratio.median(), 0.3)
                        : Figure.plain(name, our, their, ratio.median()));
        figures.add(Figure.plain(
                "WAL flushes per order, " + clients + (clients == 1 ? " client" : " clients"),
                text("%.2f", flushes),
                "2 commits",
                flushes));
    }

    private static long flushes(Koppel koppel) throws SQLException {
        return koppel.count("select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'");
    }

    private void latency(Koppel koppel) throws InterruptedException {
        koppel.acknowledgeLatency(50, Duration.ofSeconds(5));
        Samples latency = koppel.acknowledgeLatency(50, Duration.ofSeconds(30));
        figures.add(Figure.atMost(
                "acknowledgement at 50 orders/s, open loop, p99",
                text("p50 %.1f, p99 %.1f, p99.9 %.1f ms", latency.median(), latency.at(0.99), latency.at(0.999)),
                latency.at(0.99),
                50,
                "ms"));
    }

    private void deliveries(Demo demo) throws SQLException, InterruptedException {
        Koppel koppel = new Koppel(demo);
        TimeUnit.SECONDS.sleep(60); // a server that has just started compiles what it renders with
        long before = delivered(koppel);
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(30);
        double rate = (delivered(koppel) - before) * 1e9 / (System.nanoTime() - begin);
        figures.add(Figure.plain(
                "deliveries of waiting confirmations: PDF and HTML rendered, mailed, recorded",
                text("%.0f/s", rate),
                "",
                rate));
    }

    /** The same as with paused deliveries, while their backlog is worked on: what an overloaded server does. */
    private void besideDeliveries(Demo demo) throws InterruptedException, IOException {
        Koppel koppel = new Koppel(demo);
        koppel.acknowledgeLatency(10, Duration.ofSeconds(10));
        Samples latency = koppel.acknowledgeLatency(10, Duration.ofSeconds(30));
        figures.add(Figure.plain(
                "acknowledgement at 10 orders/s while a backlog of confirmations takes both processors, p99",
                text("p50 %.1f, p99 %.1f ms", latency.median(), latency.at(0.99)),
                "",
                latency.at(0.99)));
        live(", with deliveries", new Heap(demo.server().process().pid()));
    }

    private void live(String when, Heap heap) throws IOException, InterruptedException {
        double live = heap.live();
        figures.add(Figure.atMost("live heap after a full collection" + when, text("%.0f MB", live), live, 300, "MB"));
    }

    private static long delivered(Koppel koppel) throws SQLException {
        return koppel.count("select count(*) from delivery where status = 'DELIVERED'");
    }

    private static String text(String format, Object... values) {
        return Report.text(format, values);
    }
}
