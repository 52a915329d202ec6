package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.DocumentNumber;

/**
 * Documents in a CSV file: rows that follow each other with one order and one number are one document. A wrong one is refused
 * alone.
 *
 * @param <T> what is made of the rows
 */
final class CsvDocuments<T extends Document> {
    private static final int MOST_LINES = 10_000;
    private static final String ORDER = "order";

    private final String type;
    private final String number;
    private final List<String> columns;
    private final BiFunction<List<CsvRow>, Problems, T> document;

    /** @param number the column with the document's own number; @param columns that must be there */
    CsvDocuments(Class<T> type, String number, List<String> columns, BiFunction<List<CsvRow>, Problems, T> document) {
        this.type = type.getSimpleName();
        this.number = number;
        this.columns = columns;
        this.document = document;
    }

    void read(InputStream in, FormatSettings settings, DocumentSink<T> sink) throws DocumentException, IOException {
        CsvRows rows = CsvRows.open(in, settings); // the stream is the caller's to close
        Problems missing = new Problems();
        columns.stream()
                .filter(c -> !rows.has(c))
                .forEach(c -> missing.add("MISSING_COLUMN", "row 1", "The column " + c + " is missing; add it"));
        missing.throwIfAny();
        List<CsvRow> group = new ArrayList<>();
        int documents = 0;
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            if (!group.isEmpty() && !same(group.get(0), row)) {
                end(group, sink);
                documents++;
            }
            if (group.size() <= MOST_LINES) {
                group.add(row);
            }
        }
        if (group.isEmpty() && documents == 0) {
            throw new DocumentException(
                    new Problem("MISSING_FIELD", "row 2", "The file has no row; write at least one line"));
        }
        end(group, sink);
    }

    private boolean same(CsvRow one, CsvRow other) {
        return Objects.equals(one.text(ORDER), other.text(ORDER))
                && Objects.equals(one.text(number), other.text(number));
    }

    private void end(List<CsvRow> group, DocumentSink<T> sink) throws DocumentException {
        Problems problems = new Problems();
        CsvRow first = group.get(0);
        if (group.size() > MOST_LINES) {
            problems.add(
                    "TOO_MANY_LINES", first.place(ORDER), "There are more than " + MOST_LINES + " lines; split it");
        }
        T read = document.apply(group, problems);
        if (problems.isEmpty()) {
            sink.accept(read);
        } else {
            String said = first.text(number) == null ? first.text(ORDER) : first.text(number);
            String name = said == null ? first.place(ORDER) : said;
            sink.refuse(new RefusedDocument(new DocumentNumber(name), type, first.place(ORDER)), problems.all());
        }
        group.clear();
    }
}
