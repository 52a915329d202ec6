package org.koppel.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * One WildFly process with the application in it, on a base directory of its own: logs, journal and deployment lie there and
 * stay when it is stopped or killed, so that {@link #start} goes on from there. Its Java compiles fast instead of well, which halves the
 * start of a server that lives for minutes; the system property {@code koppel.java-options} gives other options, for measuring (none) and
 * debugging.
 */
public final class Server {
    private static final String CONFIGURATION = "koppel.xml";
    private static final String APPLICATION = "koppel.ear";
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms256m",
            "-Xmx768m",
            "-XX:MetaspaceSize=256m", // else its growth at the start calls the collector again and again
            "-XX:MaxMetaspaceSize=384m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true");
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_GRACE = Duration.ofSeconds(60);

    private final Path home;
    private final Path base;
    private final Path application;
    private final Ports ports;
    private final Map<String, String> environment;
    private final Children children;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile Process process;
    private Duration startTime = Duration.ZERO;

    /** @param environment the variables {@code KOPPEL_…} for the process */
    public Server(Workspace workspace, Ports ports, Map<String, String> environment, Children children) {
        this.home = workspace.home();
        this.base = workspace.child("wildfly");
        this.application = workspace.application();
        this.ports = ports;
        this.environment = Map.copyOf(environment);
        this.children = children;
    }

    public URI health() {
        return URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    }

    /** What the process prints: the readable log. */
    public Path console() {
        return base.resolve("log/console.log");
    }

    /** How long the last start took, from the start of the process to readiness. */
    public Duration startTime() {
        return startTime;
    }

    public Process process() {
        return process;
    }

    /**
     * Starts it and returns when it is ready to work.
     *
     * @throws CannotStartException when it ends, refuses the application or is not ready in time
     */
    public void start() throws IOException, InterruptedException {
        prepare();
        deploy();
        long begin = System.nanoTime();
        ProcessBuilder command = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(console().toFile());
        command.environment().putAll(environment);
        process = children.start("wildfly", command);
        awaitReady(begin + START_LIMIT.toNanos());
        startTime = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Lets running requests and messages end. */
    public void stop() {
        if (process != null) {
            Children.stop(process.toHandle(), "TERM", STOP_GRACE);
        }
    }

    /** Ends it as a crash would: kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Whether it says that it can work, right now. */
    public boolean isReady() throws InterruptedException {
        try {
            HttpRequest question = HttpRequest.newBuilder(health())
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    /** Deletes the message journal, as a lost disk would; only while the server is down. */
    public void deleteJournal() throws IOException {
        DirectoryTree.delete(base.resolve("data/activemq"));
    }

    private List<String> command() {
        return StandaloneCommandBuilder.of(home)
                .setJavaHome(System.getProperty("java.home"))
                .setBaseDirectory(base)
                .setServerReadOnlyConfiguration(CONFIGURATION)
                .setJavaOptions(JAVA_OPTIONS)
                .addJavaOption("-Djboss.socket.binding.port-offset=" + ports.offset())
                .addJavaOption("-Djava.io.tmpdir=" + temporary())
                .addJavaOptions(
                        System.getProperty("koppel.java-options", SHORT_LIVED).split(" "))
                .build();
    }

    /** Of Java: fonts and the like, which nobody clears away when it is killed. */
    private Path temporary() {
        return base.resolve("tmp/java");
    }

    /** Takes the configuration over from the home, which is shared and stays untouched. */
    private void prepare() throws IOException {
        Path from = home.resolve("standalone/configuration");
        if (!Files.exists(from.resolve(CONFIGURATION))) {
            throw new CannotStartException(
                    "there is no configured WildFly in " + home + "; build wildfly-config first");
        }
        Path to = Files.createDirectories(base.resolve("configuration"));
        Files.createDirectories(base.resolve("log"));
        Files.createDirectories(base.resolve("deployments"));
        DirectoryTree.delete(base.resolve("tmp"));
        Files.createDirectories(temporary());
        for (String name : List.of(
                CONFIGURATION,
                "logging.properties",
                "application-users.properties",
                "application-roles.properties",
                "mgmt-users.properties",
                "mgmt-groups.properties")) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts the application where the server's scanner finds it at boot. */
    private void deploy() throws IOException {
        if (!Files.exists(application)) {
            throw new CannotStartException("there is no " + application + "; build it first (mvn package)");
        }
        Path deployments = base.resolve("deployments");
        try (Stream<Path> files = Files.list(deployments)) {
            for (Path file : files.toList()) {
                DirectoryTree.delete(file);
            }
        }
        Files.copy(application, deployments.resolve(APPLICATION), StandardCopyOption.REPLACE_EXISTING);
        Files.createFile(deployments.resolve(APPLICATION + ".dodeploy"));
    }

    private void awaitReady(long deadline) throws InterruptedException, IOException {
        Path deployed = base.resolve("deployments/" + APPLICATION + ".deployed"); // the scanner's answer
        Path failed = base.resolve("deployments/" + APPLICATION + ".failed");
        while (!Files.exists(deployed) || !isReady()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new CannotStartException(
                        "WildFly ended with code " + process.exitValue() + ": " + ServerLog.cause(console()));
            }
            if (Files.exists(failed)) {
                stop();
                throw new CannotStartException("the application was not deployed: " + ServerLog.cause(console()));
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStartException(
                        "WildFly is not ready after " + START_LIMIT.toSeconds() + " s, see " + console());
            }
        }
    }
}
