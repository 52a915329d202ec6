package org.koppel.codec.table;

import java.io.IOException;
import java.util.List;
import org.koppel.codec.DocumentException;

/** The rows of a file as they stand there, one at a time, those with the names of the columns among them. */
interface RowSource extends AutoCloseable {
    /** More columns are not looked at. */
    int MOST_COLUMNS = 1_000;

    /** @param number as a person counts who has the file open */
    record Row(long number, List<Cell> cells) {
        /** In words; row 0 are the names that DBF keeps before its records. */
        String place() {
            return number == 0 ? "header" : "row " + number;
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isEmpty);
        }

        Cell at(int position) {
            return position < cells.size() ? cells.get(position) : Cell.EMPTY;
        }
    }

    /**
     * The next row; null at the end.
     *
     * @throws DocumentException when the file cannot be read on
     */
    Row next() throws DocumentException, IOException;

    /** Lets go what was kept to read it; the stream that it came from is the caller's. */
    @Override
    default void close() throws IOException {
        // most keep nothing
    }
}
