package org.koppel.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that Maven Central offers as a tar.xz inside a JAR. */
final class Archive {
    private Archive() {}

    /** Unpacks once; a directory that exists is complete, because it is renamed into place at the end. */
    static synchronized void unpack(String resource, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return;
        }
        Path parts = Files.createDirectories(target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid()));
        try (InputStream in = Archive.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new CannotStartException(
                        "there is no PostgreSQL for this system; only Linux on x86-64 is provided");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, parts);
            }
        }
        Files.move(parts, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("Entry outside the directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
