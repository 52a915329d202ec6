package org.koppel.operations;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A native query that grows by optional conditions. Values are bound, never written into the text. */
public final class Select {
    private final StringBuilder sql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param sql up to and including {@code where} and a first condition */
    public Select(String sql) {
        this.sql = new StringBuilder(sql);
    }

    /** A text with a NUL, which PostgreSQL does not take, is looked for with U+FFFD instead: no row has either. */
    public Select with(String name, Object value) {
        parameters.put(name, value instanceof String text ? text.replace('\0', '\uFFFD') : value);
        return this;
    }

    public Select and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** Adds the condition, which uses {@code :name}, unless the value is null. */
    public Select and(String condition, String name, Object value) {
        return value == null ? this : and(condition).with(name, value);
    }

    /** Rows behind the cursor (null: from the start) in the order newest first, one more than the limit. */
    public Select page(String at, String id, Cursor after, int limit) {
        if (after != null) {
            and("(" + at + ", " + id + ") < (:afterAt, :afterId)");
            with("afterAt", after.at());
            with("afterId", after.id());
        }
        sql.append(" order by ").append(at).append(" desc, ").append(id).append(" desc limit :most");
        return with("most", limit + 1);
    }

    public Select then(String tail) {
        sql.append(' ').append(tail);
        return this;
    }

    public <T> List<T> rows(EntityManager em, Function<Row, T> reader) {
        Query query = em.createNativeQuery(sql.toString());
        parameters.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(Row::of).map(reader).toList();
    }
}
