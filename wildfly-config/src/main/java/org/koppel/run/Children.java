package org.koppel.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that were started, each with its id in a file while it runs: after this Java was killed, the next start finds
 * what was left behind and stops it. Children run in a session of their own, so that a terminal's Ctrl-C reaches only this
 * Java, which stops them in order.
 */
public final class Children {
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(15);

    private final Path directory;
    private final List<Process> started = new ArrayList<>();
    private boolean closed;

    /** @param directory where the ids are kept; created when missing */
    public Children(Path directory) {
        this.directory = directory;
    }

    /** @throws IllegalStateException when everything is being stopped already */
    synchronized Process start(String name, ProcessBuilder command) throws IOException {
        if (closed) {
            throw new IllegalStateException("Stopping, " + name + " is not started");
        }
        command.command().add(0, "setsid");
        Process process = command.start();
        started.add(process);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".pid"), identity(process.toHandle()));
        return process;
    }

    /** From now on nothing is started any more. */
    synchronized void close() {
        closed = true;
    }

    /** The last resort, after everybody was asked to stop. */
    synchronized void killRemaining() {
        started.forEach(Process::destroyForcibly);
    }

    /** Stops what an earlier, killed Java left running. Call only while holding the lock of the directory. */
    void stopLeftovers() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) { // wildfly before postgresql
                leftover(Files.readString(file).strip()).ifPresent(Children::stopLeftover);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory, e);
        }
    }

    /** Ends a process: the signal, some time to obey, then the hard way. Returns once it has ended. */
    static void stop(ProcessHandle process, String signal, Duration grace) {
        if (!process.isAlive()) {
            return;
        }
        signal(process, signal);
        if (!ended(process, grace)) {
            process.destroyForcibly();
            ended(process, LEFTOVER_GRACE);
        }
    }

    private static void stopLeftover(ProcessHandle process) {
        System.out.println("Stopping process " + process.pid() + ", left behind by an earlier start");
        stop(process, "INT", LEFTOVER_GRACE);
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy(); // no kill command: SIGTERM instead
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The id and the start time, because ids are used again. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static Optional<ProcessHandle> leftover(String identity) {
        int space = identity.indexOf(' ');
        if (space < 1) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(identity.substring(0, space)))
                .filter(process -> identity(process).equals(identity));
    }
}
