package org.koppel.transport.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.koppel.platform.Settings;
import org.koppel.transport.UnusableSettingsException;

/**
 * The one directory below which folders of partners lie ({@code KOPPEL_FOLDER_ROOT}), so that nobody at the console can have the
 * server's own files read or overwritten. In a cluster it is a share that all nodes see.
 */
@ApplicationScoped
class FolderRoot {
    @Inject
    private Settings settings;

    /** For CDI. */
    FolderRoot() {}

    FolderRoot(Settings settings) {
        this.settings = settings;
    }

    /** The folder of the setting {@code directory}. */
    Path folder(Map<String, String> given) throws UnusableSettingsException {
        String directory = UnusableSettingsException.required(given, "directory");
        String root = settings.text("KOPPEL_FOLDER_ROOT")
                .orElseThrow(() -> new UnusableSettingsException(
                        "NO_FOLDER_ROOT",
                        "The server has no folders: set KOPPEL_FOLDER_ROOT to the directory that may hold them"));
        try {
            Path real = Path.of(root).toRealPath();
            Path folder = real.resolve(directory).normalize();
            if (!folder.startsWith(real)
                    || Files.exists(folder) && !folder.toRealPath().startsWith(real)) {
                throw new UnusableSettingsException(
                        "BAD_SETTING", "The setting \"directory\" leads out of KOPPEL_FOLDER_ROOT; correct it");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new UnusableSettingsException(
                    "BAD_SETTING", "The setting \"directory\" is no path: " + e.getReason());
        } catch (IOException e) {
            throw new UnusableSettingsException(
                    "NO_FOLDER_ROOT", "KOPPEL_FOLDER_ROOT cannot be read (" + e.getMessage() + "); make the directory");
        }
    }
}
