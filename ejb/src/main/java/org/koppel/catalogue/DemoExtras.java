package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the demo shows beside prices: levies on lamps, luminaires and batteries in Belgium, and one customer's settings. */
final class DemoExtras {
    private static final String SURCHARGES = """
            insert into surcharge (number, position) values ('RECUPEL-LAMP', 1), ('RECUPEL-LIGHT', 2), ('RECUPEL-TOOL', 3), ('ECOTAX-BAT', 4);
            insert into surcharge_text (surcharge, language, name) values
                ('RECUPEL-LAMP', 'nl', 'Recupel lampen'), ('RECUPEL-LAMP', 'fr', 'Recupel lampes'),
                ('RECUPEL-LAMP', 'de', 'Recupel Lampen'), ('RECUPEL-LAMP', 'en', 'Recupel lamps'),
                ('RECUPEL-LIGHT', 'nl', 'Recupel armaturen'), ('RECUPEL-LIGHT', 'fr', 'Recupel luminaires'),
                ('RECUPEL-LIGHT', 'de', 'Recupel Leuchten'), ('RECUPEL-LIGHT', 'en', 'Recupel luminaires'),
                ('RECUPEL-TOOL', 'nl', 'Recupel meettoestellen'), ('RECUPEL-TOOL', 'fr', 'Recupel appareils de mesure'),
                ('RECUPEL-TOOL', 'de', 'Recupel Messgeräte'), ('RECUPEL-TOOL', 'en', 'Recupel measuring devices'),
                ('ECOTAX-BAT', 'nl', 'Milieubijdrage batterijen'), ('ECOTAX-BAT', 'fr', 'Écotaxe piles'),
                ('ECOTAX-BAT', 'de', 'Umweltbeitrag Batterien'), ('ECOTAX-BAT', 'en', 'Ecotax batteries');
            insert into article_surcharge (article, surcharge, country, amount, valid_from)
                select a.number, l.surcharge, 'BE', l.amount, '2026-01-01'
                from (values ('lighting.lamps', 'RECUPEL-LAMP', 0.0496), ('lighting.panels', 'RECUPEL-LIGHT', 0.12),
                    ('lighting.battens', 'RECUPEL-LIGHT', 0.12), ('lighting.downlights', 'RECUPEL-LIGHT', 0.12),
                    ('lighting.floodlights', 'RECUPEL-LIGHT', 0.12), ('lighting.emergency', 'RECUPEL-LIGHT', 0.12),
                    ('lighting.emergency', 'ECOTAX-BAT', 0.21), ('tools.testers', 'RECUPEL-TOOL', 0.25),
                    ('tools.testers', 'ECOTAX-BAT', 0.06)) l(category, surcharge, amount)
                join article a on a.category = l.category;
            insert into article_setting (customer, surcharges, stock)
                select id, 'IN_PRICE', 'LIGHT' from customer where id = 'zorggroep' on conflict do nothing;
            """;

    private DemoExtras() {}

    /** Does nothing when there are surcharges already. The caller holds the lock of the demo catalogue. */
    static void fillIfEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet any = statement.executeQuery("select 1 from surcharge limit 1")) {
                if (any.next()) {
                    return;
                }
            }
            statement.execute(SURCHARGES);
        }
    }
}
