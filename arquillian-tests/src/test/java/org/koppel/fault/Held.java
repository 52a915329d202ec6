package org.koppel.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.koppel.run.Database;

/** Holds Koppel at an exact point of its way, by means of the real database, until it is closed. */
final class Held implements AutoCloseable {
    /** Writes to the log of the database, and nothing else: its commit is one that waits. */
    private static final String PROBE = "select pg_logical_emit_message(true, 'held', 'probe')";

    private final Connection connection;
    private final String release;

    private Held(Connection connection, String release) {
        this.connection = connection;
        this.release = release;
    }

    /** Whoever writes to the table waits, in the middle of its transaction; readers go on. */
    static Held writersOf(Database database, String table) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        execute(connection, "lock table " + table + " in exclusive mode");
        return new Held(connection, "commit");
    }

    /**
     * Whoever commits waits after its commit is on disk and before it hears so: the database is told to wait for a replica
     * that does not exist.
     */
    static Held committers(Database database) throws Exception {
        Connection connection = database.connect();
        execute(connection, "set synchronous_commit = local");
        execute(connection, "alter system set synchronous_standby_names = 'nobody'");
        execute(connection, "select pg_reload_conf()");
        Held held = new Held(connection, "alter system reset synchronous_standby_names");
        held.seeTheFirstWait(database);
        return held;
    }

    /** The database takes new settings in its own time: who commits before that is not held. */
    private void seeTheFirstWait(Database database) throws Exception {
        AtomicBoolean seen = new AtomicBoolean();
        Thread probe = new Thread(() -> commitUntil(seen, database), "held-probe");
        probe.setDaemon(true);
        probe.start();
        try {
            Eventually.see(
                    "a commit waits",
                    () -> new Rows(database)
                            .count(
                                    "select count(*) from pg_stat_activity where wait_event = 'SyncRep' and query like ?",
                                    PROBE + "%"),
                    n -> n == 1);
        } finally {
            seen.set(true);
        }
    }

    private static void commitUntil(AtomicBoolean seen, Database database) {
        try (Connection connection = database.connect()) {
            while (!seen.get()) {
                execute(connection, PROBE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no commit could be tried", e); // seen as a wait that never comes
        }
    }

    /** How many wait for a lock in a statement that begins like this. */
    static long waitingIn(Database database, String statement) throws SQLException {
        return new Rows(database)
                .count(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike ?",
                        statement + "%");
    }

    /** How many have committed without knowing it yet, in a transaction that wrote to the table or refers to its rows. */
    static long committed(Database database, String table) throws SQLException {
        return new Rows(database)
                .count(
                        "select count(*) from pg_stat_activity a where wait_event = 'SyncRep' and exists (select from pg_locks l"
                                + " where l.pid = a.pid and l.relation = ?::regclass"
                                + " and l.mode in ('RowShareLock', 'RowExclusiveLock'))",
                        table);
    }

    /** Lets everybody go on. The second time nothing happens. */
    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return; // released before
        }
        try (connection) {
            for (String sql : List.of(release, "select pg_reload_conf()")) {
                execute(connection, sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
