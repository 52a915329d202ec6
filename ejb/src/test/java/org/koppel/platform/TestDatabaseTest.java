package org.koppel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void theMigrationsMakeEveryTableOfAFreshDatabase() throws SQLException {
        assertThat(text(
                        TestDatabase.fresh(),
                        "select string_agg(table_name, ' ' order by table_name)"
                                + " from information_schema.tables where table_schema = 'public'"))
                .contains("article", "customer", "delivery", "inbound_message", "net_price", "purchase_order");
    }

    @Test
    void numbersAreComparedByLettersAndDigitsOnly() throws SQLException {
        DataSource database = TestDatabase.shared();
        assertThat(text(database, "select number_key(' ab-12.3/4 ')")).isEqualTo("AB1234");
        assertThat(text(database, "select gtin_key('05412345000013')")).isEqualTo("5412345000013");
        assertThat(text(database, "select number_key('--')")).isNull();
    }

    @Test
    void aQuestionBecomesWordsOfATextQuery() throws SQLException {
        assertThat(text(TestDatabase.shared(), "select search_query('Led-lamp 3 X 2,5mm² 16A ''x'' E27', ' & ')"))
                .isEqualTo("'led':* & 'lamp':* & '3x2.5' & 'mm2' & '16' & 'a' & 'x' & 'e27'");
    }

    private static String text(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
