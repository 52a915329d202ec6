package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The words of the catalogue's names and keywords, by which typos are recognised. */
final class Vocabulary {
    private static final String REFILL = """
            insert into vocabulary (language, word, frequency)
            select ?, word, ndoc from ts_stat(format(
                'select to_tsvector(''koppel_simple'', search_text(name || '' '' || keywords)) from article_text where language = %L',
                ?::text))
            where word ~ '^[[:alpha:]]{3,40}$'
            """;

    private Vocabulary() {}

    /** Fills the vocabulary anew; to be called at the end of every import, in its transaction. */
    static void refill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement refill = connection.prepareStatement(REFILL)) {
            statement.executeUpdate("delete from vocabulary");
            for (String language : Languages.all()) {
                refill.setString(1, language);
                refill.setString(2, language);
                refill.executeUpdate();
            }
        }
    }
}
