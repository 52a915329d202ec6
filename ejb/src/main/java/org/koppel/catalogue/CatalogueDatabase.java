package org.koppel.catalogue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgResultSet;

/**
 * Plain SQL on the container's data source, part of the caller's transaction where there is one. The catalogue's questions are
 * full-text, lateral joins and arrays, which an object mapping would only hide.
 */
@ApplicationScoped
class CatalogueDatabase {
    @Resource(lookup = "java:jboss/datasources/KoppelDS")
    private DataSource source;

    CatalogueDatabase() {} // for CDI

    CatalogueDatabase(DataSource source) {
        this.source = source;
    }

    /** Makes an object of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work with one connection. */
    interface Work {
        void with(Connection connection) throws SQLException;
    }

    /**
     * For somebody, who is the first parameter: the query's {@code ?::text as customer}.
     *
     * @param others the parameters after it
     */
    <T> List<T> query(Audience audience, String sql, RowReader<T> reader, Object... others) {
        List<Object> parameters = new ArrayList<>(List.of(audience.customer().value()));
        if (audience.isNarrowed()) {
            parameters.add(audience.site());
            parameters.add(audience.buyer());
        }
        parameters.addAll(Arrays.asList(others));
        return query(Assortment.of(audience, sql), reader, parameters.toArray());
    }

    /** Parameters may be texts, numbers, dates, booleans, {@code String[]} and {@code BigDecimal[]}; null is SQL null. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        List<T> rows = new ArrayList<>();
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, parameters);
                try (ResultSet result = statement.executeQuery()) {
                    ResultSet row = plain(result);
                    while (row.next()) {
                        rows.add(reader.read(row));
                    }
                }
            }
        });
        return rows;
    }

    /** Without the container's wrapper, which locks the connection anew for every value: a tenth of a search's time. */
    private static ResultSet plain(ResultSet result) throws SQLException {
        return result.isWrapperFor(PgResultSet.class) ? result.unwrap(PgResultSet.class) : result;
    }

    void run(Work work) {
        try (Connection connection = source.getConnection()) {
            work.with(connection);
        } catch (SQLException e) {
            throw new PersistenceException("The database failed the catalogue: " + e.getSQLState(), e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (value instanceof BigDecimal[] numbers) {
                statement.setArray(i + 1, connection.createArrayOf("numeric", numbers));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
