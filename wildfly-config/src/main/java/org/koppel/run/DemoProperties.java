package org.koppel.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The file that tells scripts how to reach a running demo: there while it is ready, complete at once, gone when it stops. */
final class DemoProperties {
    private final Path file;

    DemoProperties(Path file) {
        this.file = file;
    }

    void write(Map<String, String> values) throws IOException {
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        Path parts = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(parts);
        Files.createFile(parts, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(parts, lines);
        Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
