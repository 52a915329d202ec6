package org.koppel.bench;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Workspace;

/**
 * Measures formats: EDIFACT beside cXML on the real server, one interchange of 80,000 orders while other partners go on, and readers and writers on
 * their own. Prints a table and writes {@code bench/target/formats.json} and {@code formats.md}.
 */
public final class FormatsBenchmark {
    private static final int OFFSET = 840;
    private static final int PAIRS = 3;
    private static final int CLIENTS = 16;
    private static final int WARM_UP = 16;
    private static final Duration TURN = Duration.ofSeconds(8);
    private static final int ORDERS = Integer.getInteger("koppel.bench.interchange", 80_000);
    private static final int LINES = 3;
    private static final int OTHERS_PER_SECOND = 10;
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** Deliveries are measured elsewhere; the interchange is larger than what is taken unless a partner's volume asks for it. */
    private static final Map<String, String> SETTINGS =
            Map.of("KOPPEL_DELIVERIES_PER_PARTNER", "0", "KOPPEL_MAX_MESSAGE_BYTES", "104857600");

    private final List<Figure> figures = new ArrayList<>();
    private final Path root =
            Path.of(System.getProperty("koppel.root", ".")).toAbsolutePath().normalize();
    private final Path target = root.resolve("bench/target");

    private FormatsBenchmark() {}

    /** Exits normally also when a goal is missed: the table says so. */
    public static void main(String[] arguments) throws Exception {
        new FormatsBenchmark().run();
    }

    private void run() throws Exception {
        Path data = target.resolve("formats");
        Demo demo = new Demo(Workspace.below(root, data), data, Ports.configured(OFFSET), SETTINGS);
        try {
            demo.forgetData();
            demo.start();
            OrderResponse confirmation = edifactBesideCxml(demo);
            interchange(demo);
            demo.stop();
            figures.addAll(
                    CodecRaces.run(new OrderMessages(demo.properties(), List.of("ediplus")).next(), confirmation));
            figures.add(InterchangeRace.run());
        } finally {
            demo.stop();
            Report.write(figures, target, "formats");
        }
    }

    /** The same customer and the same ten lines. @return what answered one of them */
    private OrderResponse edifactBesideCxml(Demo demo) throws InterruptedException, SQLException {
        Koppel edifact = new Koppel(demo, new EdifactPosts(demo));
        Koppel cxml = new Koppel(demo, new CxmlPosts(demo, new OrderMessages(demo.properties(), List.of("ediplus"))));
        for (int i = 0; i < WARM_UP; i++) {
            (i % 2 == 0 ? edifact : cxml).ordersPerSecond(CLIENTS, TURN);
        }
        double[] ours = new double[PAIRS];
        double[] theirs = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            theirs[i] = cxml.ordersPerSecond(CLIENTS, TURN);
            ours[i] = edifact.ordersPerSecond(CLIENTS, TURN);
            ratios[i] = ours[i] / theirs[i];
        }
        Samples ratio = new Samples(ratios);
        figures.add(Figure.atLeast(
                "EDIFACT orders by HTTP to CONFIRMED, 10 lines, 16 clients (" + ratio.spread() + ")",
                Report.text("%.0f/s", new Samples(ours).median()),
                Report.text("%.0f/s the same in cXML", new Samples(theirs).median()),
                ratio.median(),
                0.8));
        try (Connection db = demo.database().connect()) {
            return Json.read(PeerOrder.newest(db).response(), OrderResponse.class);
        }
    }

    private void interchange(Demo demo) throws Exception {
        Koppel others = new Koppel(
                demo, new CxmlPosts(demo, new OrderMessages(demo.properties(), List.of("bouwgroep", "amerco"))));
        others.acknowledgeLatency(OTHERS_PER_SECOND, LOOK);
        Samples alone = others.acknowledgeLatency(OTHERS_PER_SECOND, LOOK.multipliedBy(6));
        Heap heap = new Heap(demo.server().process().pid());
        heap.watch();
        Samples beside = besideInterchange(demo, others);
        double peak = heap.peak();
        figures.add(Figure.atMost("peak heap meanwhile", Report.text("%.0f MB", peak), peak, 768, "MB"));
        figures.add(Figure.atMost(
                "acknowledgement p99 of other partners meanwhile, 10 orders/s, beside theirs alone",
                Report.text(
                        "p50 %.1f, p99 %.1f ms, alone %.1f and %.1f ms",
                        beside.median(), beside.at(0.99), alone.median(), alone.at(0.99)),
                beside.at(0.99) / alone.at(0.99),
                2,
                "times"));
    }

    /** What others wait from the first byte of the interchange until its last order is confirmed. */
    private Samples besideInterchange(Demo demo, Koppel others) throws Exception {
        long begin = System.nanoTime();
        String mark = Long.toString(begin % 1_000_000);
        CompletableFuture<Double> answered = HttpClient.newHttpClient()
                .sendAsync(
                        EdifactPosts.request(
                                demo, () -> EdifactOrders.interchange("BIG" + mark, "N" + mark + "-", ORDERS, LINES)),
                        BodyHandlers.ofString())
                .thenApply(answer -> {
                    require(answer);
                    return (System.nanoTime() - begin) / 1e9;
                });
        DoubleStream.Builder waits = DoubleStream.builder();
        while (!answered.isDone() || isOpen(others)) {
            DoubleStream.of(others.acknowledgeLatency(OTHERS_PER_SECOND, LOOK).values())
                    .forEach(waits);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        figures.add(Figure.plain(
                "interchange of " + ORDERS + " EDIFACT orders with " + LINES + " lines: all confirmed",
                Report.text("%.0f s, %.0f orders/s, answered after %.0f s", seconds, ORDERS / seconds, answered.join()),
                "-Xmx768m",
                seconds));
        return new Samples(waits.build().toArray());
    }

    private static boolean isOpen(Koppel koppel) throws SQLException {
        return koppel.count(
                        "select count(*) from inbound_message where status in ('RECEIVED', 'SPLIT') and size > 1000000")
                > 0;
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(
                    "The interchange was not taken: " + answer.statusCode() + " " + answer.body());
        }
    }
}
