package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of its own with a heap that is too small for what it reads, unless that is read as a stream. */
public final class SmallHeap {
    private static final int PATIENCE = 300;

    private SmallHeap() {}

    /**
     * Runs a class with the tests' own class path, and ends when memory does not suffice.
     *
     * @param megabytes of heap
     * @return what it printed, line by line
     */
    public static List<String> run(int megabytes, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("koppel-heap-", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + megabytes + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-Duser.language=en",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            command.addAll(List.of(arguments));
            Process java = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            boolean ended = java.waitFor(PATIENCE, TimeUnit.SECONDS);
            java.destroyForcibly();
            List<String> printed = Files.readAllLines(out, StandardCharsets.UTF_8);
            assertThat(ended).as("ended in time, printed %s", printed).isTrue();
            assertThat(java.exitValue())
                    .as("%s in a heap of %s MB printed %s", main.getSimpleName(), megabytes, printed)
                    .isZero();
            return printed;
        } finally {
            Files.deleteIfExists(out);
        }
    }
}
