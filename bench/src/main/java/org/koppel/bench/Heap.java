package org.koppel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of the server process, asked by the JDK's jcmd. */
final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern FULL = Pattern.compile("Pause Full \\(.*\\) \\d+M->(\\d+)M");
    private static final int MOST_TRIES = 50;
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

    /**
     * What a full collection leaves, in MB, as the collector itself writes it down. To ask afterwards counts what was allocated since as well. The
     * collection is left out while native code holds an array, as the compression of a PDF does, so it is asked for until it comes.
     */
    double live() throws IOException, InterruptedException {
        Path log = Files.createTempFile("koppel-collections", ".log");
        try {
            ask("VM.log", "output=" + log, "what=gc");
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                ask("GC.run");
                Matcher full = FULL.matcher(Files.readString(log));
                if (full.find()) {
                    return Double.parseDouble(full.group(1));
                }
            }
            throw new IllegalStateException("No full collection of " + process + ": " + Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    private double used() throws IOException, InterruptedException {
        Matcher used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell the heap of " + process);
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    private String ask(String... command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> words = new ArrayList<>(List.of(jcmd, Long.toString(process)));
        words.addAll(List.of(command));
        Process asked = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }
}
