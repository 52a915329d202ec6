package org.koppel.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code mvn -Prun}: starts the demo inside Maven's Java and stays in the foreground. One shutdown hook stops everything,
 * whether by Ctrl-C, by SIGTERM, in the middle of the start or because WildFly ended by itself.
 */
public final class Launcher {
    private static final AtomicBoolean STOPPING = new AtomicBoolean();
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    /** Not {@link System#out}: Maven takes that away while its Java ends, and what is printed then may fail. */
    private static final PrintStream TERMINAL = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private Launcher() {}

    /** System property {@code koppel.root}: the root of the project, default the working directory. */
    public static void main(String[] arguments) throws InterruptedException {
        Path root =
                Path.of(System.getProperty("koppel.root", ".")).toAbsolutePath().normalize();
        Path target = root.resolve("target");
        try {
            Demo demo = new Demo(Workspace.below(root, target.resolve("demo")), target, Ports.configured(0), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "koppel-stop"));
            demo.start();
            System.out.println(Welcome.text(demo, target));
            int code = demo.server().process().waitFor();
            fail("WildFly ended by itself with code " + code + ", see "
                    + demo.server().console());
        } catch (CannotStartException e) {
            fail("Koppel cannot start: " + e.getMessage());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            fail("Koppel cannot start: " + e);
        }
    }

    private static void stop(Demo demo) {
        STOPPING.set(true);
        boolean asked = !FAILED.get(); // after a failure the one line about it is all there is to say
        if (asked) {
            TERMINAL.println("Koppel is stopping ...");
        }
        demo.stop();
        if (asked) {
            TERMINAL.println("Koppel has stopped.");
        }
    }

    /** Says it in one line and ends with code 1, unless it only failed because somebody stopped it. */
    private static void fail(String line) throws InterruptedException {
        if (STOPPING.get()) {
            new CountDownLatch(1).await(); // the hook ends this Java
        }
        FAILED.set(true);
        System.err.println(line);
        System.exit(1);
    }
}
