package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.koppel.run.Launcher;
import org.koppel.run.Ports;

/** {@code mvn -Prun} as a process of its own, on ports and in a directory of its own. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
    /** Away from the journeys, their second set and its second node. */
    private static final int FROM_JOURNEYS = 500;

    private static final int OF_JOURNEYS = 200;
    private static final long PATIENCE_SECONDS = 180;

    private final Ports ports = new Ports(Ports.configured(OF_JOURNEYS).offset() + FROM_JOURNEYS);

    @TempDir
    private Path root;

    private Path said;
    private Process launched;

    @BeforeEach
    void borrowWhatWasBuilt() throws IOException {
        Path built = Path.of(System.getProperty("koppel.root", ".."))
                .toAbsolutePath()
                .normalize();
        Files.createSymbolicLink(root.resolve("ear"), built.resolve("ear"));
        Files.createSymbolicLink(root.resolve("wildfly-config"), built.resolve("wildfly-config"));
        said = root.resolve("said.txt");
    }

    @AfterEach
    void leaveNothing() throws InterruptedException {
        launched.destroy();
        launched.waitFor();
    }

    @Test
    void aPortInUseIsToldInOneLineAndEndsWithCodeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(ports.smtp(), 1, InetAddress.getByName("127.0.0.1"))) {
            launch();
            assertThat(launched.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            assertThat(launched.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(said))
                    .filteredOn(line -> line.contains("cannot start"))
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort(), "in use", "-Dkoppel.port-offset=");
            assertThat(Files.readString(said)).doesNotContain("\tat ");
            assertThat(properties()).doesNotExist();
        }
    }

    @Test
    void afterSigtermNothingIsLeft() throws Exception {
        launch();
        Eventually.see("the demo's properties", () -> Files.exists(properties()), there -> there);
        assertThat(Files.getPosixFilePermissions(properties())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(health()).isEqualTo(200);
        List<ProcessHandle> children = launched.descendants().toList();
        assertThat(children).as("PostgreSQL and WildFly").hasSizeGreaterThan(1);

        launched.destroy();
        assertThat(launched.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(properties()).doesNotExist();
        assertThat(Files.readString(said)).contains("Koppel has stopped.");
        ports.requireFree();
    }

    private void launch() throws IOException {
        launched = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-Dkoppel.root=" + root,
                        "-Dwildfly.home=" + System.getProperty("wildfly.home", ""),
                        "-D" + Ports.PROPERTY + "=" + ports.offset(),
                        Launcher.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private Path properties() {
        return root.resolve("target/koppel-demo.properties");
    }

    private int health() throws IOException, InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
