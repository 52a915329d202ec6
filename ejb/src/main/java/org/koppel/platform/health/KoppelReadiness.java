package org.koppel.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the database answers and its schema is in place. A broker that is down is told but does not make the node
 * unready, because it delays work and refuses nothing.
 */
@Readiness
@ApplicationScoped
public class KoppelReadiness implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(KoppelReadiness.class.getName());
    private static final int QUERY_SECONDS = 3;

    /** Flyway's table; a migration that failed leaves a row without success. */
    private static final String MIGRATIONS = "select count(*) > 0 and bool_and(success) from flyway_schema_history";

    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource database;

    @Resource(lookup = "java:/jms/PlainCF")
    private ConnectionFactory broker;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("koppel").withData("broker", brokerState());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_SECONDS);
            try (ResultSet migrations = statement.executeQuery(MIGRATIONS)) {
                boolean migrated = migrations.next() && migrations.getBoolean(1);
                return answer.withData("database", "up")
                        .withData("schema", migrated ? "in place" : "missing")
                        .status(migrated)
                        .build();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The database is not ready: {0}", e.getMessage());
            return answer.withData("database", "down").down().build();
        }
    }

    private String brokerState() {
        try (JMSContext context = broker.createContext()) {
            return context.getMetaData() == null ? "down" : "up";
        } catch (JMSRuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The broker does not answer: {0}", e.getMessage());
            return "down";
        }
    }
}
