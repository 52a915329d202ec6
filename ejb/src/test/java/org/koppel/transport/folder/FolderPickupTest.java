package org.koppel.transport.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koppel.platform.Settings;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupContract;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;

/** A folder below the root that the server was given. */
class FolderPickupTest extends PickupContract {
    @TempDir
    private Path outside;

    private Optional<String> root = Optional.empty();

    @Override
    protected Pickup pickup() {
        return new FolderPickup(new FolderRoot(new Settings() {
            @Override
            public Optional<String> text(String name) {
                return root.or(() -> Optional.of(directory.getParent().toString()));
            }
        }));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("directory", directory.getFileName().toString());
    }

    @Test
    void nothingOutsideTheRootCanBeReached() throws Exception {
        root = Optional.of(directory.toString());
        Files.createSymbolicLink(directory.resolve("link"), outside);

        for (String directory : new String[] {"..", "/etc", "a/../../b", "link"}) {
            assertThatThrownBy(() -> pickup().visit(Map.of("directory", directory)))
                    .as(directory)
                    .isInstanceOf(PickupRefusedException.class)
                    .hasMessageContaining("leads out of KOPPEL_FOLDER_ROOT");
        }
    }

    @Test
    void aLinkInTheFolderIsNoFile() throws Exception {
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(directory.resolve("a.edi"), outside.resolve("secret"));

        try (PickupVisit visit = begun(settings())) {
            assertThat(visit.list()).isEmpty();
        }
    }
}
