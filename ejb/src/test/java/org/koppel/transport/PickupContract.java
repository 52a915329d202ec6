package org.koppel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every pick-up of files promises, against a real server of a partner whose files lie in {@link #directory}. */
public abstract class PickupContract {
    private static final String ORDER = "UNB+UNOC:3'";

    /** Where the settings lead. */
    @TempDir
    protected Path directory;

    protected abstract Pickup pickup();

    /** Settings that work. */
    protected abstract Map<String, String> settings();

    @Test
    void filesAreListedWithTheirSizesAndDirectoriesAreNot() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);
        Files.createDirectory(directory.resolve("archive"));

        try (PickupVisit visit = begun(settings())) {
            List<WaitingFile> listed = visit.list();
            assertThat(listed).extracting(WaitingFile::name).containsExactly("a.edi");
            assertThat(listed.get(0).size()).isEqualTo(ORDER.length());
        }
    }

    @Test
    void anEmptyDirectoryHasNoFiles() throws Exception {
        try (PickupVisit visit = begun(settings())) {
            assertThat(visit.list()).isEmpty();
        }
    }

    @Test
    void aFileIsCopiedByteForByte() throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        Files.write(directory.resolve("a.edi"), content);

        try (PickupVisit visit = begun(settings())) {
            assertThat(fetch(visit, visit.list().get(0), 1_000_000)).isEqualTo(content);
        }
    }

    @Test
    void ofAFileThatIsTooLargeOnlyTheBeginningIsCopiedAndTheVisitGoesOn() throws Exception {
        Files.write(directory.resolve("large.edi"), new byte[2_000_000]);
        Files.writeString(directory.resolve("small.edi"), ORDER);

        try (PickupVisit visit = begun(settings())) {
            Map<String, WaitingFile> files = new HashMap<>();
            visit.list().forEach(f -> files.put(f.name(), f));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(visit.fetch(files.get("large.edi"), out, 1_000)).isFalse();
            assertThat(out.size()).isEqualTo(1_000);
            assertThat(fetch(visit, files.get("small.edi"), 1_000)).asString().isEqualTo(ORDER);
        }
    }

    @Test
    void aFileThatIsShorterThanTheListSaidIsNotTaken() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);

        try (PickupVisit visit = begun(settings())) {
            WaitingFile longer =
                    new WaitingFile("a.edi", 10_000, visit.list().get(0).modified());
            assertThatThrownBy(() -> visit.fetch(longer, new ByteArrayOutputStream(), 20_000))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a.edi");
        }
    }

    @Test
    void aFileThatGrewSinceItWasListedIsNotTakenYetAndTheVisitGoesOn() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);

        try (PickupVisit visit = begun(settings())) {
            WaitingFile shorter = visit.list().get(0);
            Files.writeString(directory.resolve("a.edi"), ORDER + ORDER);
            assertThatThrownBy(() -> visit.fetch(shorter, new ByteArrayOutputStream(), 1_000))
                    .isInstanceOf(ChangedFileException.class)
                    .hasMessageContaining("rename at the end");
            assertThat(fetch(visit, visit.list().get(0), 1_000)).asString().isEqualTo(ORDER + ORDER);
        }
    }

    @Test
    void afterAFileThatFailedTheVisitGoesOn() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);

        try (PickupVisit visit = begun(settings())) {
            assertThat(visit.goesOn()).isTrue();
            assertThat(fetch(visit, visit.list().get(0), 1_000)).asString().isEqualTo(ORDER);
        }
    }

    @Test
    void aFileIsMovedIntoAFolderThatIsMadeForIt() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);
        Files.writeString(directory.resolve("b.edi"), ORDER);

        try (PickupVisit visit = begun(settings())) {
            for (WaitingFile file : visit.list()) {
                visit.move(file, "archive", "1-" + file.name(), null);
            }
            assertThat(visit.list()).isEmpty();
        }
        assertThat(names(directory.resolve("archive"))).containsExactlyInAnyOrder("1-a.edi", "1-b.edi");
    }

    @Test
    void whyAFileWasRefusedLiesBesideItAlsoWhenTheMoveIsMadeAgain() throws Exception {
        Files.writeString(directory.resolve("a.edi"), ORDER);
        Files.createDirectories(directory.resolve("error"));
        Files.writeString(directory.resolve("error/1-a.edi.txt"), "older");

        try (PickupVisit visit = begun(settings())) {
            visit.move(visit.list().get(0), "error", "1-a.edi", "Größe fehlt");
        }
        assertThat(names(directory.resolve("error"))).containsExactlyInAnyOrder("1-a.edi", "1-a.edi.txt");
        assertThat(directory.resolve("error/1-a.edi.txt")).hasContent("Größe fehlt");
    }

    @Test
    void aMarkerIsRemovedAndOneThatIsGoneIsNoFailure() throws Exception {
        Files.writeString(directory.resolve("a.edi.ok"), "");

        try (PickupVisit visit = begun(settings())) {
            WaitingFile marker = visit.list().get(0);
            visit.remove(marker);
            visit.remove(marker);
        }
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsForAPersonAndNamed() {
        Map<String, String> other = new HashMap<>(settings());
        other.put("directory", "nowhere");

        assertThatThrownBy(() -> {
                    try (PickupVisit visit = begun(other)) {
                        visit.list();
                    }
                })
                .isInstanceOfSatisfying(PickupRefusedException.class, e -> {
                    assertThat(e.outcome().kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
                    assertThat(e.outcome().detail()).contains("nowhere");
                });
    }

    protected final PickupVisit begun(Map<String, String> settings) throws IOException, PickupRefusedException {
        PickupVisit visit = pickup().visit(settings);
        try {
            visit.begin();
            return visit;
        } catch (IOException | PickupRefusedException e) {
            visit.close();
            throw e;
        }
    }

    private static byte[] fetch(PickupVisit visit, WaitingFile file, long most) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(visit.fetch(file, out, most)).isTrue();
        return out.toByteArray();
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
