package org.koppel.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * A real PostgreSQL for tests, started once per test JVM and stopped with it, its schema made by the migrations that ship.
 * Test classes that change data take a database of their own.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "koppel_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> FILLED = new HashMap<>();
    private static final EmbeddedPostgres SERVER = start();
    private static DataSource shared;

    private TestDatabase() {}

    /** The database all tests of this JVM share; leave nothing in it that would trouble another test. */
    public static synchronized DataSource shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A new database with the whole schema and no rows; a copy of a template, so it takes a fraction of a second. */
    public static DataSource fresh() {
        return copy(TEMPLATE);
    }

    /**
     * A new database with the rows that {@code filling} leaves in an empty one. It is called once per name and JVM; what comes after are
     * copies.
     */
    public static synchronized DataSource filled(String name, Consumer<DataSource> filling) {
        return copy(FILLED.computeIfAbsent(name, n -> {
            String template = TEMPLATE + "_" + n;
            execute("create database " + template + " template " + TEMPLATE);
            filling.accept(SERVER.getDatabase("postgres", template));
            return template;
        }));
    }

    /**
     * The database as Koppel sees it through Hibernate: with the settings of its persistence unit, and as strict with queries as WildFly.
     *
     * @param entities what is mapped; none for tests that speak SQL alone
     */
    public static SessionFactory sessions(DataSource source, Class<?>... entities) {
        Configuration configuration = new Configuration();
        Stream.of(entities).forEach(configuration::addAnnotatedClass);
        configuration
                .getProperties()
                .putAll(Map.of(
                        AvailableSettings.JAKARTA_NON_JTA_DATASOURCE,
                        source,
                        AvailableSettings.JDBC_TIME_ZONE,
                        "UTC",
                        AvailableSettings.STATEMENT_BATCH_SIZE,
                        50,
                        AvailableSettings.JPA_QUERY_COMPLIANCE,
                        true));
        return configuration.buildSessionFactory();
    }

    private static DataSource copy(String template) {
        String name = "koppel_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template);
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start(); // stops by its own shutdown hook
            execute(server, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL", e);
        }
    }

    private static void execute(String sql) {
        execute(SERVER, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
