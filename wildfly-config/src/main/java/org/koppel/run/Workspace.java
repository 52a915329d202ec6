package org.koppel.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where one set of servers keeps its files.
 *
 * @param home the configured WildFly, shared and never written to
 * @param application the EAR
 * @param binaries where PostgreSQL is unpacked once, shared
 * @param data everything that this set writes: database, journal, mails, folders, logs
 */
public record Workspace(Path home, Path application, Path binaries, Path data) {
    private static final long NEEDED_MEGABYTES = 1024;

    /** The usual places below the root of the project. */
    public static Workspace below(Path root, Path data) {
        Path module = root.resolve("wildfly-config/target").toAbsolutePath().normalize();
        String wildfly = System.getProperty("wildfly.home", "");
        return new Workspace(
                wildfly.isBlank() ? module.resolve("wildfly-39.0.1.Final") : Path.of(wildfly),
                root.resolve("ear/target/koppel.ear").toAbsolutePath().normalize(),
                module.resolve("postgresql"),
                data.toAbsolutePath().normalize());
    }

    Path child(String name) {
        return data.resolve(name);
    }

    /**
     * Claims the data directory for this Java; the operating system releases it however this Java ends.
     *
     * @throws CannotStartException when another one holds it, or the disk is almost full
     */
    FileLock claim() {
        try {
            Files.createDirectories(data);
            long megabytes = Files.getFileStore(data).getUsableSpace() >> 20;
            if (megabytes < NEEDED_MEGABYTES) {
                throw new CannotStartException("only " + megabytes + " MB are free on the disk of " + data
                        + ", at least " + NEEDED_MEGABYTES + " MB are needed");
            }
            FileChannel file =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new CannotStartException("it is running already with the data in " + data);
            }
            return lock;
        } catch (IOException e) {
            throw new CannotStartException("cannot write to " + data + " (" + e.getMessage() + ")", e);
        }
    }

    static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
    }
}
