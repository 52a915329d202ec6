package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Many rows into one table by one statement: a column travels as an array. Table and columns are names from the code. */
final class BulkInsert {
    private final String table;
    private final String[] columns;
    private final List<Object[]> rows = new ArrayList<>();

    /** @param columns each {@code name type}, such as {@code list_price numeric} */
    BulkInsert(String table, String... columns) {
        this.table = table;
        this.columns = columns;
    }

    /** @param values one per column; null is SQL null */
    BulkInsert add(Object... values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException(values.length + " values for " + columns.length + " columns");
        }
        rows.add(values);
        return this;
    }

    void into(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            for (int column = 0; column < columns.length; column++) {
                int at = column;
                String[] texts = rows.stream()
                        .map(row -> row[at] == null ? null : row[at].toString())
                        .toArray(String[]::new);
                statement.setArray(column + 1, connection.createArrayOf("text", texts));
            }
            statement.executeUpdate();
        }
    }

    private String sql() {
        String names = Arrays.stream(columns).map(c -> c.split(" ")[0]).collect(Collectors.joining(", "));
        String arrays = Arrays.stream(columns)
                .map(c -> "?::text[]::" + c.split(" ")[1] + "[]")
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")";
    }
}
