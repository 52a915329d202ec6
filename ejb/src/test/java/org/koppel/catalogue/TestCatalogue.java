package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;

/** The catalogue's services on a test database, without a container. Its today is a Monday in March. */
public final class TestCatalogue {
    public static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static DataSource demo;

    private final DataSource source;
    private final CatalogueDatabase database;

    public TestCatalogue(DataSource source) {
        this.source = source;
        this.database = new CatalogueDatabase(source);
    }

    /** The demo catalogue with its four customers, shared by the tests of this JVM; for reading only. */
    public static synchronized DataSource demo() {
        if (demo == null) {
            demo = ownDemo();
        }
        return demo;
    }

    /** The four customers by name only, and the whole demo catalogue. */
    /** A database of its own that has the demo's catalogue and customers. */
    public static DataSource ownDemo() {
        return TestDatabase.filled("demo", source -> new TestCatalogue(source).fillDemo());
    }

    void fillDemo() {
        DemoAgreements.CUSTOMERS.forEach(c ->
                execute("insert into customer (id, name) values ('" + c + "', '" + c + "') on conflict do nothing"));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new DemoCatalogue(new CatalogueDatabase(new OneConnection(connection)), MONDAY)
                    .fill(new DatabaseReady(true));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot fill the demo catalogue", e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public Offers offers() {
        return new Offers(database, MONDAY);
    }

    public Surcharges surcharges() {
        return new Surcharges(database, MONDAY);
    }

    ArticleSurcharges articleSurcharges() {
        return new ArticleSurcharges(database, MONDAY);
    }

    AssortmentRules assortmentRules() {
        return new AssortmentRules(database);
    }

    SurchargeKinds surchargeKinds() {
        return new SurchargeKinds(database);
    }

    Accessories accessories() {
        return new Accessories(database);
    }

    public PriceSteps priceSteps() {
        return new PriceSteps(database);
    }

    public ArticleSettings articleSettings() {
        return new ArticleSettings(database);
    }

    public Search search() {
        return new Search(database, offers());
    }

    /** One that remembers broad answers for so long. */
    Search search(Duration keeping) {
        return new Search(database, offers(), keeping);
    }

    public Categories categories() {
        return new Categories(database);
    }

    CategorySearch categorySearch() {
        return new CategorySearch(database, categories());
    }

    public Articles articles() {
        return new Articles(database, offers());
    }

    public Listings listings() {
        return new Listings(database, MONDAY);
    }

    /** Signed by a key that only tests have. */
    public PictureAddresses pictureAddresses() {
        Settings settings = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return switch (name) {
                    case "KOPPEL_SECRET_KEY" -> Optional.of("A".repeat(43) + "=");
                    case "KOPPEL_PUBLIC_URL" -> Optional.of("https://shop.example");
                    default -> Optional.empty();
                };
            }
        };
        return new PictureAddresses(new Secrets(settings), settings, pictures());
    }

    public Pictures pictures() {
        return new Pictures(database);
    }
}
