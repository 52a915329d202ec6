package org.koppel.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.run.Database;

/** Asks Koppel's database from outside. */
record Rows(Database database) {

    /** Each row as text, its columns with spaces between. */
    List<String> of(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(text(found));
                }
            }
            return rows;
        }
    }

    /** The one number that the query selects. */
    long count(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(of(sql, parameters).get(0));
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
        }
        return String.join(" ", columns);
    }
}
