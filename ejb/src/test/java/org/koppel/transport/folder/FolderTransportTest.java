package org.koppel.transport.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Patience;

/** Deliveries into folders below the root. */
class FolderTransportTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8));
    private static final Part PDF = new Part("application/pdf", "OR-1.pdf", new byte[] {0, 10, 13, 26, -1});

    @TempDir
    private Path root;

    private Patience patience = new Patience(FolderTransportTest::thread, Duration.ofSeconds(30));

    @Test
    void filesArriveUnderTheirNamesAndReplaceOlderOnes() throws Exception {
        Path folder = Files.createDirectories(root.resolve("ediplus/out"));
        Files.writeString(folder.resolve("OR-1.csv"), "older");
        Files.writeString(folder.resolve("OR-1.csv.tmp"), "half of an attempt before");

        DeliveryOutcome outcome = deliver("ediplus/out", CSV, PDF);

        assertThat(outcome).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv, OR-1.pdf"));
        assertThat(names(folder)).containsExactlyInAnyOrder("OR-1.csv", "OR-1.pdf");
        assertThat(folder.resolve("OR-1.pdf")).hasBinaryContent(PDF.content());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        DeliveryOutcome outcome = deliver("nowhere", CSV);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("nowhere", "make it");
    }

    @Test
    void nothingIsWrittenOutsideTheRoot() throws Exception {
        assertThat(deliver("..", CSV).detail()).contains("leads out of KOPPEL_FOLDER_ROOT");
        assertThat(deliver("/tmp", CSV).detail()).contains("leads out of KOPPEL_FOLDER_ROOT");
    }

    @Test
    void theFolderCanBeTestedWithoutLeavingAFile() throws Exception {
        Path folder = Files.createDirectories(root.resolve("out"));

        assertThat(transport().check(Map.of("directory", "out")).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aFolderThatHangsIsLeftInTimeAndNotTriedAgainBeforeItAnswers() throws Exception {
        patience = new Patience(FolderTransportTest::thread, Duration.ofSeconds(1));
        Path folder = Files.createDirectories(root.resolve("out"));
        Path hangs = folder.resolve("OR-1.csv.tmp"); // to open a pipe waits for who reads from it, as a dead share does
        assertThat(new ProcessBuilder("mkfifo", hangs.toString()).start().waitFor())
                .isZero();

        DeliveryOutcome first = deliver("out", CSV);
        DeliveryOutcome second = deliver("out", PDF);
        Files.createDirectories(root.resolve("other"));
        DeliveryOutcome elsewhere = deliver("other", CSV);

        assertThat(first.kind()).isEqualTo(DeliveryOutcome.Kind.RETRY);
        assertThat(first.code()).isEqualTo("TOO_SLOW");
        assertThat(first.detail()).contains("out", "did not answer within 1 seconds", "network share");
        assertThat(second.detail()).contains("an earlier attempt still hangs");
        assertThat(names(folder)).containsExactly("OR-1.csv.tmp");
        assertThat(elsewhere.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);

        Files.readAllBytes(hangs); // it answers
        await(() -> deliver("out", PDF).kind() == DeliveryOutcome.Kind.DELIVERED);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.call()).isTrue();
    }

    private DeliveryOutcome deliver(String directory, Part... parts) throws IOException, InterruptedException {
        return transport()
                .deliver(new Delivery(
                        UUID.randomUUID(),
                        new PartyId("ediplus"),
                        "Order 1",
                        Map.of("directory", directory),
                        List.of(parts)));
    }

    private FolderTransport transport() {
        return new FolderTransport(
                new FolderRoot(new Settings() {
                    @Override
                    public Optional<String> text(String name) {
                        return Optional.of(root.toString());
                    }
                }),
                patience);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "attempt");
        thread.setDaemon(true);
        return thread;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
