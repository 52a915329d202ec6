package org.koppel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the demo shows beside prices: Belgian levies (Recupel, Ecotax, Auvibel, Reprobel, Sabam) with articles that bear them, one
 * customer's settings, accessories.
 */
final class DemoExtras {
    private DemoExtras() {}

    /** Does nothing when there are surcharges already. The caller holds the lock of the demo catalogue. */
    static void fillIfEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet any = statement.executeQuery("select 1 from surcharge limit 1")) {
                if (any.next()) {
                    return;
                }
            }
            statement.execute(script());
        }
        Vocabulary.refill(connection);
    }

    private static String script() {
        try (InputStream in = DemoExtras.class.getResourceAsStream("demo-extras.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the extras of the demo catalogue", e);
        }
    }
}
