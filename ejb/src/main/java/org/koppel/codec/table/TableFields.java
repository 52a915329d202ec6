package org.koppel.codec.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.koppel.codec.FormatId;

/**
 * The fields that a document is read from. Those that we write have the same names as there, also in DBF.
 *
 * @param names in the order of the file that we would write
 * @param dbfNames what DBF calls them, by name
 * @param needed without these columns a file is not of this kind
 * @param oneOf nor without one of these; may be empty
 */
record TableFields(Set<String> names, Map<String, String> dbfNames, List<String> needed, List<String> oneOf) {

    /** The columns of a table that we write, and others. */
    static TableFields of(Table<?, ?> table, List<String> needed, String... others) {
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> dbf = new HashMap<>();
        for (Column<?> column : table.columns()) {
            names.add(column.name());
            if (column.field() != null) {
                dbf.put(column.name(), column.field());
            }
        }
        for (String other : others) {
            names.add(other);
            dbf.put(other, other.toUpperCase(Locale.ROOT).replace("_", ""));
        }
        return new TableFields(names, dbf, needed, List.of());
    }

    /** What a file of that format calls the fields. */
    Map<String, String> calledIn(FormatId format) {
        Map<String, String> called = new LinkedHashMap<>();
        names.forEach(n -> called.put(n, format.equals(DbfFormat.ID) ? dbfNames.getOrDefault(n, n) : n));
        return called;
    }

    TableFields withOneOf(String... fields) {
        return new TableFields(names, dbfNames, needed, List.of(fields));
    }

    /** Whether a file with these columns can be of this kind. */
    boolean fit(TableRows rows) {
        return rows.hasAll(needed) && (oneOf.isEmpty() || oneOf.stream().anyMatch(rows::has));
    }
}
