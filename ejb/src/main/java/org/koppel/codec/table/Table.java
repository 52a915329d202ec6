package org.koppel.codec.table;

import java.util.List;
import java.util.function.Function;
import org.koppel.document.Document;

/**
 * How a type of document becomes a table.
 *
 * @param name of the sheet in XLSX
 * @param rows what the rows of a document are made from, one for each line
 * @param place names a row for a person: {@code line 10}
 */
record Table<D extends Document, R>(
        String name, List<Column<R>> columns, Function<D, List<R>> rows, Function<R, String> place) {

    Table {
        columns = List.copyOf(columns);
    }

    /** The number of the line that a row is about, as it stands in the row; null where there is none. */
    String line(R row) {
        return columns.stream()
                .filter(c -> c.name().equals("line"))
                .findFirst()
                .map(c -> c.textOf(row))
                .orElse(null);
    }
}
