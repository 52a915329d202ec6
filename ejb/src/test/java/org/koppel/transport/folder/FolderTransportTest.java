package org.koppel.transport.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** Deliveries into folders below the root. */
class FolderTransportTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8));
    private static final Part PDF = new Part("application/pdf", "OR-1.pdf", new byte[] {0, 10, 13, 26, -1});

    @TempDir
    private Path root;

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

    private DeliveryOutcome deliver(String directory, Part... parts) throws IOException {
        return transport()
                .deliver(new Delivery(
                        UUID.randomUUID(),
                        new PartyId("ediplus"),
                        "Order 1",
                        Map.of("directory", directory),
                        List.of(parts)));
    }

    private FolderTransport transport() {
        return new FolderTransport(new FolderRoot(new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.of(root.toString());
            }
        }));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
