package org.koppel.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on loopback, durable as in production ({@code fsync} and {@code synchronous_commit} on, no prepared
 * transactions). Its data stays when it is stopped or killed; {@link #start} goes on from there.
 */
public final class Database {
    /** Role and name of the database. */
    public static final String NAME = "koppel";

    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final Path binaries;
    private final Path directory;
    private final int port;
    private final String password;
    private final Children children;
    private volatile Process process;

    public Database(Path binaries, Path directory, int port, String password, Children children) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
        this.password = password;
        this.children = children;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /**
     * Starts it and returns when it answers; the first time it is created, which takes some seconds more.
     *
     * @throws CannotStartException when it does not come up
     */
    public void start() throws IOException, InterruptedException {
        Archive.unpack(BINARIES, binaries);
        Path data = directory.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(data);
        }
        Path log = directory.resolve("postgresql.log");
        process = children.start(
                "postgresql",
                new ProcessBuilder(serverCommand(data))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        awaitAnswer(log);
    }

    /** Disconnects everybody, writes everything down and ends. */
    public void stop() {
        if (process != null) {
            Children.stop(process.toHandle(), "INT", STOP_GRACE);
        }
    }

    /** Ends it as a crash would: kill -9 of the postmaster; its children notice and end as well. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> backends = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle backend : backends) {
            backend.onExit()
                    .completeOnTimeout(backend, STOP_GRACE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    /** A new connection of the application's role; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect(NAME);
    }

    private void create(Path data) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path parts = directory.resolve("data.part");
        DirectoryTree.delete(parts);
        Path secret = directory.resolve("initdb.password");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        Path log = directory.resolve("initdb.log");
        Process initdb = children.start(
                "initdb",
                new ProcessBuilder(unprivileged(
                                "initdb",
                                "-D",
                                parts.toString(),
                                "-U",
                                NAME,
                                "-A",
                                "scram-sha-256",
                                "--pwfile",
                                secret.toString(),
                                "-E",
                                "UTF8",
                                "--locale=C.UTF-8"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile()));
        int code = initdb.waitFor();
        Files.delete(secret);
        if (code != 0) {
            throw new CannotStartException("PostgreSQL could not be created, see " + log);
        }
        Files.move(parts, data);
    }

    private List<String> serverCommand(Path data) {
        return unprivileged(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_prepared_transactions=0");
    }

    /** PostgreSQL refuses to run as root; in a user namespace root is nobody. */
    private List<String> unprivileged(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false; // no Linux: PostgreSQL itself will say what it does not like
        }
    }

    private void awaitAnswer(Path log) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                createDatabase();
                return;
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw new CannotStartException(
                            "the password of the database in " + directory
                                    + " is not the one in demo-secrets.properties;" + " mvn clean forgets both",
                            e);
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new CannotStartException("PostgreSQL does not answer on port " + port + ", see " + log, e);
                }
            }
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private Connection connect(String name) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(NAME);
        source.setPassword(password);
        return source.getConnection();
    }
}
