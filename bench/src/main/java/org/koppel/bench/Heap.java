package org.koppel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of the server process, asked by the JDK's jcmd. */
final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");
    private final long process;
    private double peak;
    private volatile boolean watching;
    private Thread watcher;

    Heap(long process) {
        this.process = process;
    }

    /** Looks every two seconds, until {@link #peak}. */
    void watch() {
        watching = true;
        watcher = new Thread(this::look, "heap");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look() {
        try {
            while (watching) {
                peak = Math.max(peak, used());
                TimeUnit.SECONDS.sleep(2);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Cannot watch the heap", e);
        }
    }

    /** The most that was in use whenever it was looked at, in MB. */
    double peak() throws InterruptedException {
        watching = false;
        watcher.join();
        return peak;
    }

    /** The objects that a full collection leaves, in MB, as the collection itself counts them. */
    double live() throws IOException, InterruptedException {
        return found(TOTAL, "GC.class_histogram") / 1024.0 / 1024.0;
    }

    /** What is in use when one asks after a full collection, in MB: under load that is also what was allocated since, in the time of a call. */
    double usedAfterCollection() throws IOException, InterruptedException {
        ask("GC.run");
        return used();
    }

    private double used() throws IOException, InterruptedException {
        return found(USED, "GC.heap_info") / 1024.0;
    }

    private long found(Pattern number, String command) throws IOException, InterruptedException {
        Matcher found = number.matcher(ask(command));
        if (!found.find()) {
            throw new IllegalStateException("jcmd does not tell the heap of " + process);
        }
        return Long.parseLong(found.group(1));
    }

    private String ask(String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(process), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }
}
