package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The words of the catalogue's names and keywords, and of the names of its categories (which no article needs to have: frequency 0), by which typos are recognised. */
final class Vocabulary {
    private static final String REFILL = """
            insert into vocabulary (language, word, frequency)
            select l.language, w.word, sum(w.ndoc)::integer from (select ?::text as language) l, lateral (
                select word, ndoc from ts_stat(format(
                    'select to_tsvector(''koppel_simple'', search_text(name || '' '' || keywords)) from article_text where language = %L',
                    l.language))
                union all
                select word, 0 from ts_stat(format(
                    'select to_tsvector(''koppel_simple'', search_text(name)) from category_text where language = %L', l.language))) w
            where w.word ~ '^[[:alpha:]]{3,40}$' group by l.language, w.word
            """;

    private Vocabulary() {}

    /** Fills the vocabulary anew; to be called at the end of every import, in its transaction. */
    static void refill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement refill = connection.prepareStatement(REFILL)) {
            statement.executeUpdate("delete from vocabulary");
            for (String language : Languages.all()) {
                refill.setString(1, language);
                refill.executeUpdate();
            }
        }
    }
}
