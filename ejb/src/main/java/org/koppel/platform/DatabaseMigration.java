package org.koppel.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else uses the database; Flyway's lock makes it safe on several nodes. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private Event<DatabaseReady> ready;

    private volatile boolean done;

    @PostConstruct
    void migrate() {
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        ready.fire(new DatabaseReady(settings.demo()));
        done = true;
    }

    /** Whether the schema is in place, for the readiness check. */
    public boolean isDone() {
        return done;
    }
}
