package org.koppel.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Workspace;

/**
 * One Koppel for all journeys, on a database of its own that is empty at the start, on ports of its own so that it runs beside
 * a started demo.
 */
public class RunningKoppel implements LauncherSessionListener {
    private static final int USUAL_OFFSET = 200;

    private static Demo demo;

    /** The running servers, for journeys that stop and start one of them. */
    public static Demo demo() {
        return demo;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Path root = Path.of(System.getProperty("koppel.root", ".."))
                .toAbsolutePath()
                .normalize();
        Path data = root.resolve("arquillian-tests/target/koppel");
        try {
            start(new Demo(Workspace.below(root, data), data, Ports.configured(USUAL_OFFSET), settings()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Koppel for the journeys", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        demo.stop();
    }

    private static void start(Demo fresh) throws IOException, InterruptedException {
        demo = fresh;
        Runtime.getRuntime().addShutdownHook(new Thread(fresh::stop, "koppel-stop")); // an aborted run leaves nothing
        System.setProperty(
                "koppel.management.port", Integer.toString(fresh.ports().management())); // arquillian.xml
        fresh.forgetData();
        fresh.start();
    }

    /** Where the usual settings would make a test wait. */
    private static Map<String, String> settings() {
        return Map.of(
                "KOPPEL_REDELIVERY_DELAY", "100",
                "KOPPEL_REDELIVERY_MAX_DELAY", "500",
                "KOPPEL_RETRY_DELAYS", "1,1,2,2",
                "KOPPEL_SWEEP_SECONDS", "2");
    }
}
