package org.koppel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.koppel.catalogue.BareSearch;
import org.koppel.catalogue.ManyArticles;
import org.koppel.catalogue.Questions;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Workspace;

/**
 * Measures the shop with a large catalogue, in a database of its own that is kept for the next time; prints a table and writes
 * {@code bench/target/catalogue.json} and {@code catalogue.md}.
 */
public final class CatalogueBenchmark {
    private static final int OFFSET = 820;
    private static final int ARTICLES = Integer.getInteger("koppel.bench.articles", 1_000_000);
    private static final int PAIRS = 3;
    private static final int LINES = 10;
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("koppel.bench.seconds", 8));
    /** Until the server's compiler has little left to do. */
    private static final Duration WARM = Duration.ofSeconds(30);

    private final List<Figure> figures = new ArrayList<>();
    private final Path root =
            Path.of(System.getProperty("koppel.root", ".")).toAbsolutePath().normalize();
    private final Path target = root.resolve("bench/target");
    private final Questions questions = new Questions(ARTICLES);
    private Demo demo;

    private CatalogueBenchmark() {}

    /** One part of the benchmark, with a server of its own. */
    private interface Part {
        void measure() throws IOException, InterruptedException, SQLException;
    }

    /** Exits normally also when a goal is missed: the table says so. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        new CatalogueBenchmark().run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        with(Map.of("KOPPEL_SEARCH_KEPT_SECONDS", "0"), () -> {
            bareSearches();
            visits("nothing remembered, ");
        });
        with(Map.of(), () -> {
            searches();
            functions();
            visits("");
        });
    }

    private void with(Map<String, String> environment, Part part)
            throws IOException, InterruptedException, SQLException {
        Path data = target.resolve("catalogue");
        demo = new Demo(Workspace.below(root, data), data, Ports.configured(OFFSET), environment);
        try {
            demo.start();
            try (Connection db = demo.database().connect()) {
                new ManyArticles(ARTICLES).fill(db);
            }
            part.measure();
        } finally {
            demo.stop();
            Report.write(figures, target, "catalogue"); // also what was measured before something failed
        }
    }

    /** Nothing is remembered: every question is asked of the database, as the peer asks it. */
    private void bareSearches() throws InterruptedException {
        Turn.of(8, WARM, this::overHttp);
        Turn.of(4, TURN, this::overJdbc);
        race("search by HTTP, nothing remembered, %d buyers (%s)", 1, this::overHttp, this::overJdbc);
        race("search by HTTP, nothing remembered, %d buyers (%s)", 16, this::overHttp, this::overJdbc);
        Samples four = Turn.of(4, TURN.multipliedBy(2), this::overHttp).samples();
        figures.add(atMost("search, nothing remembered, 4 buyers, p99", four, 100));
        Samples bare = Turn.of(4, TURN.multipliedBy(2), this::overJdbc).samples();
        figures.add(Figure.plain(
                "the same of the statements alone, bare JDBC",
                Report.text("p50 %.1f, p99 %.1f ms", bare.median(), bare.at(0.99)),
                "",
                bare.at(0.99)));
    }

    /** As it is shipped. */
    private void searches() throws InterruptedException {
        Turn.of(8, WARM, this::overHttp);
        Turn.of(4, TURN, this::overJdbc);
        race("search by HTTP, %d buyers (%s)", 1, this::overHttp, this::overJdbc);
        race("search by HTTP, %d buyers (%s)", 16, this::overHttp, this::overJdbc);
        Samples four = Turn.of(4, TURN.multipliedBy(2), this::overHttp).samples();
        figures.add(atMost("search, 4 buyers, p99", four, 100));
    }

    /** Both by turns; the median ratio counts. */
    private void race(String what, int buyers, Turn.Clients our, Turn.Clients their) throws InterruptedException {
        double[] ours = new double[PAIRS];
        double[] theirs = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            ours[i] = Turn.of(buyers, TURN, our).perSecond();
            theirs[i] = Turn.of(buyers, TURN, their).perSecond();
            ratios[i] = ours[i] / theirs[i];
        }
        Samples ratio = new Samples(ratios);
        figures.add(Figure.atLeast(
                Report.text(what, buyers, ratio.spread()),
                Report.text("%.1f/s", new Samples(ours).median()),
                Report.text("%.1f/s same statements, bare JDBC", new Samples(theirs).median()),
                ratio.median(),
                0.5));
    }

    private Turn.Client overHttp() throws IOException, InterruptedException {
        Shopper shopper = new Shopper(demo).login();
        return index -> shopper.search(questions.at(index));
    }

    private Turn.Client overJdbc() throws SQLException {
        Connection connection = demo.database().connect(); // ends with the database
        BareSearch search = new BareSearch(connection);
        return index -> search.hits(questions.at(index));
    }

    /** @param how in front of the figures' names */
    private void visits(String how) throws InterruptedException {
        Map<String, List<Double>> steps = new LinkedHashMap<>();
        List.of("login", "search", "line", "transfer").forEach(s -> steps.put(s, new ArrayList<>()));
        Turn.of(4, WARM, () -> visit(new LinkedHashMap<>()));
        Turn.of(4, TURN, this::bareVisit);
        for (int buyers : List.of(1, 4)) {
            race(
                    how + "punch-out visits: login, search, 10 lines, transfer, %d buyers (%s)",
                    buyers,
                    () -> visit(buyers == 4 ? steps : new LinkedHashMap<>()),
                    this::bareVisit);
        }
        steps.forEach((step, times) -> figures.add(atMost(
                how + "of a visit: " + step + ", 4 buyers, p99",
                new Samples(times.stream().mapToDouble(Double::doubleValue).toArray()),
                100)));
    }

    private Turn.Client bareVisit() throws SQLException {
        Connection connection = demo.database().connect(); // ends with the database
        PeerVisit visit = new PeerVisit(connection);
        return index -> {
            List<Integer> lines = IntStream.range(index * LINES, index * LINES + LINES)
                    .boxed()
                    .toList();
            visit.go(
                    questions.at(index),
                    lines.stream().map(questions::article).toList(),
                    lines.stream().map(questions::minimum).toList());
        };
    }

    private Turn.Client visit(Map<String, List<Double>> steps) {
        Shopper shopper = new Shopper(demo);
        return index -> {
            timed(steps, "login", shopper::login);
            timed(steps, "search", () -> shopper.search(questions.at(index)));
            for (int line = 0; line < LINES; line++) {
                int any = index * LINES + line;
                timed(steps, "line", () -> shopper.add(questions.article(any), questions.minimum(any)));
            }
            timed(steps, "transfer", shopper::transfer);
        };
    }

    /** One step of a visit. */
    private interface Step {
        void go() throws Exception;
    }

    private static void timed(Map<String, List<Double>> steps, String name, Step step) throws Exception {
        long begin = System.nanoTime();
        step.go();
        double time = (System.nanoTime() - begin) / 1e6;
        List<Double> times = steps.get(name);
        if (times != null) {
            synchronized (steps) {
                times.add(time);
            }
        }
    }

    private void functions() throws IOException, InterruptedException {
        Turn.of(1, TURN, () -> index -> new Shopper(demo).backgroundSearch(questions.at(index)));
        Samples background = Turn.of(1, TURN, () -> index -> new Shopper(demo).backgroundSearch(questions.at(index)))
                .samples();
        figures.add(atMost("BACKGROUND_SEARCH, 1 caller, p99", background, 150));
        Heap heap = new Heap(demo.server().process().pid());
        double before = heap.live();
        heap.watch();
        long begin = System.nanoTime();
        long bytes = new Shopper(demo).download();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double peak = heap.peak();
        figures.add(Figure.atLeast(
                "DOWNLOADJSON of everything",
                Report.text("%.0f articles/s, %d MB", ARTICLES / seconds, bytes >> 20),
                "",
                ARTICLES / seconds,
                20_000));
        figures.add(Figure.plain(
                "heap meanwhile", Report.text("peak %.0f MB", peak), Report.text("%.0f MB live before", before), peak));
        long page = new Shopper(demo).login().startPage();
        figures.add(Figure.atMost(
                "start page with styles, script and pictures, as it travels",
                Report.text("%d bytes", page),
                page / 1000.0,
                100,
                "kB"));
    }

    private static Figure atMost(String what, Samples times, double limit) {
        return Figure.atMost(
                what,
                Report.text("p50 %.1f, p99 %.1f ms", times.median(), times.at(0.99)),
                times.at(0.99),
                limit,
                "ms");
    }
}
