package org.koppel.catalogue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.koppel.platform.DatabaseReady;

/** Fills an empty catalogue for the demo: the same articles wherever and whenever it runs. */
@ApplicationScoped
public class DemoCatalogue {
    private static final System.Logger LOG = System.getLogger(DemoCatalogue.class.getName());
    private static final long SEED = 20260101;
    /** Any number; two nodes that start at once must not both fill the tables. */
    private static final long LOCK = 0x6b6f7070656cL;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Clock clock;

    DemoCatalogue() {} // for CDI

    DemoCatalogue(CatalogueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** After the demo's customers are there. One transaction: the catalogue is there as a whole, or not. */
    @Transactional
    public void fill(@Observes @Priority(200) DatabaseReady ready) {
        if (ready.demo()) {
            database.run(this::fillIfEmpty);
        }
    }

    private void fillIfEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            if (isEmpty(statement, "article")) {
                List<DemoArticle> articles = DemoArticles.make(SEED, LocalDate.now(clock));
                DemoRows.categories(DemoTemplates.load().categories(), connection);
                new DemoRows(articles).into(connection);
                new DemoAgreements(SEED, articles).into(connection);
                LOG.log(Level.INFO, "Demo catalogue filled: {0} articles", articles.size());
            }
            if (isEmpty(statement, "surcharge")) { // a demo of an earlier version has articles, but none of these
                statement.execute(DemoExtras.script());
                Vocabulary.refill(connection);
                statement.execute("analyze article, article_text, net_price, buyers_number, vocabulary");
            }
        }
    }

    private static boolean isEmpty(Statement statement, String table) throws SQLException {
        try (ResultSet any = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return !any.next();
        }
    }
}
