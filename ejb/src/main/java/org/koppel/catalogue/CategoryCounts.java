package org.koppel.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.koppel.platform.Json;

/** What an assortment holds of each category itself, as of a version of the catalogue; without categories that hold nothing. */
record CategoryCounts(long version, Map<String, Count> of) {
    private static final Count NOTHING = new Count(0, null);

    /** Number of articles, and the first of them. */
    record Count(int articles, String example) {}

    static CategoryCounts read(ResultSet row) throws SQLException {
        Map<String, Count> counts = new HashMap<>();
        for (String[] c : Json.read(row.getString("counts"), String[][].class)) {
            counts.put(c[0], new Count(Integer.parseInt(c[1]), c[2]));
        }
        return new CategoryCounts(row.getLong("version"), counts);
    }

    Count count(String category) {
        return of.getOrDefault(category, NOTHING);
    }
}
