package org.koppel.codec.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.koppel.codec.Problems;

/** Where the fields of a document stand in the rows of one file, and what the file calls them. */
final class Columns {
    private record Place(int at, String label) {}

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> names;

    /** @param names how columns are called that are not there */
    private Columns(Map<String, String> names) {
        this.names = names;
    }

    /** Under names of ours. @param names by field */
    static Columns named(RowSource.Row header, Map<String, String> names, Problems problems) {
        Columns columns = new Columns(names);
        List<String> labels = labels(header);
        names.forEach((field, name) -> columns.find(header, labels, field, name, problems));
        return columns;
    }

    /**
     * Where a partner agreed that they stand: names of columns, or their numbers from 1.
     *
     * @param header null when the file has none
     * @param agreed names or numbers by field
     */
    static Columns agreed(RowSource.Row header, Map<String, String> agreed, Problems problems) {
        Columns columns = new Columns(agreed);
        List<String> labels = header == null ? List.of() : labels(header);
        agreed.forEach((field, said) -> {
            String label = said.strip();
            if (isNumber(label)) {
                columns.places.put(field, new Place(Integer.parseInt(label) - 1, label));
            } else if (header == null) {
                problems.add(
                        "BAD_OPTION",
                        "column." + field,
                        "\"" + label + "\" is no number, and the file has no row with names; agree on the number");
            } else if (!columns.find(header, labels, field, label, problems)) {
                problems.add(
                        "MISSING_COLUMN",
                        header.place(),
                        "There is no column " + label + ", which was agreed for " + field
                                + "; add it, or agree on another");
            }
        });
        return columns;
    }

    /** Whether a column is agreed by its number. */
    static boolean isNumber(String said) {
        return said.matches("[1-9]\\d{0,2}");
    }

    private static List<String> labels(RowSource.Row header) {
        return header.cells().stream().map(c -> plain(c.text())).toList();
    }

    private boolean find(RowSource.Row header, List<String> labels, String field, String label, Problems problems) {
        int first = labels.indexOf(plain(label));
        if (first < 0) {
            return false;
        }
        if (labels.lastIndexOf(plain(label)) != first) {
            problems.add(
                    "DUPLICATE_COLUMN",
                    header.place(),
                    "Several columns are called " + label + "; give each a name of its own, or agree on the number");
        }
        places.put(field, new Place(first, label));
        return true;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    boolean hasAll(List<String> fields) {
        return places.keySet().containsAll(fields);
    }

    Set<String> fields() {
        return places.keySet();
    }

    /** What the file calls a field; our own name where the file has none. */
    String label(String field) {
        return has(field) ? places.get(field).label() : names.getOrDefault(field, field);
    }

    Cell of(RowSource.Row row, String field) {
        return has(field) ? row.at(places.get(field).at()) : Cell.EMPTY;
    }
}
