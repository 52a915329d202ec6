package org.koppel.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.koppel.run.Database;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Workspace;

/**
 * A Koppel that may be broken, apart from the one that the journeys share: started empty for the first class that wants it,
 * stopped after the last test of the session.
 */
final class BreakableKoppel implements BeforeAllCallback {
    /** Away from the ports of the journeys, and moved with them. */
    private static final int FROM_JOURNEYS = 400;

    private static final int OF_JOURNEYS = 200;

    /** Where the usual settings would make a test wait for minutes, or take a held delivery for a slow partner. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "KOPPEL_SWEEP_SECONDS", "2",
            "KOPPEL_DELIVERY_LEASE_SECONDS", "5",
            "KOPPEL_SLOW_DELIVERY_SECONDS", "600",
            "KOPPEL_RETRY_DELAYS", "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1",
            "KOPPEL_REDELIVERY_DELAY", "100",
            "KOPPEL_REDELIVERY_MAX_DELAY", "500");

    private static Demo demo;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(BreakableKoppel.class)).getOrComputeIfAbsent(Running.class);
    }

    static Demo demo() {
        return demo;
    }

    /** Kept by the session; JUnit closes it at the end. */
    static final class Running implements AutoCloseable {
        Running() throws IOException, InterruptedException, SQLException {
            Path root = Path.of(System.getProperty("koppel.root", ".."))
                    .toAbsolutePath()
                    .normalize();
            Path data = root.resolve("arquillian-tests/target/fault");
            Demo fresh = new Demo(
                    Workspace.below(root, data),
                    data,
                    new Ports(Ports.configured(OF_JOURNEYS).offset() + FROM_JOURNEYS),
                    IMPATIENT);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(fresh::stop, "fault-stop")); // an aborted run leaves nothing
            fresh.forgetData();
            Path classes = root.resolve("arquillian-tests/target/fault-classes.jsa");
            Files.deleteIfExists(classes);
            options("-XX:ArchiveClassesAtExit=" + classes);
            fresh.start();
            options("-XX:SharedArchiveFile=" + classes);
            answerByMailOnly(fresh.database());
            demo = fresh;
        }

        /** One delivery for each order of the customers that {@link OrderLedger#byMail} writes for: tests count them in their stages. */
        private static void answerByMailOnly(Database database) throws SQLException {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "update channel set active = false where customer = 'bouwgroep' and transport = 'ftp'");
            }
        }

        /**
         * Of the next servers. The first one leaves Java an archive of its classes if it is stopped in peace; the many that start after
         * it then need a quarter less. One that is missing is passed over.
         */
        private static void options(String archive) {
            System.setProperty("koppel.java-options", "-XX:TieredStopAtLevel=1 " + archive);
        }

        @Override
        public void close() {
            demo.stop();
        }
    }
}
