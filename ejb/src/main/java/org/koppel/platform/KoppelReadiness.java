package org.koppel.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the schema is in place and the database answers. A broker that is down is told but does not make the node
 * unready, because it delays work and refuses nothing.
 */
@Readiness
@ApplicationScoped
public class KoppelReadiness implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(KoppelReadiness.class.getName());
    private static final int DATABASE_SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource database;

    @Resource(lookup = "java:/jms/PlainCF")
    private ConnectionFactory broker;

    @Inject
    private DatabaseMigration migration;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("koppel");
        boolean migrated = migration.isDone();
        boolean reachable = databaseAnswers();
        return answer.withData("schema", migrated ? "in place" : "missing")
                .withData("database", word(reachable))
                .withData("broker", word(brokerAnswers()))
                .status(migrated && reachable)
                .build();
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_SECONDS);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }

    private boolean brokerAnswers() {
        try (JMSContext context = broker.createContext()) {
            return context.getMetaData() != null;
        } catch (JMSRuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The broker does not answer: {0}", e.getMessage());
            return false;
        }
    }

    private static String word(boolean answers) {
        return answers ? "up" : "down";
    }
}
