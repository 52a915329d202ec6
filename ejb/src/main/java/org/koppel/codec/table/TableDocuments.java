package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.DocumentNumber;

/**
 * Documents in a table: rows that follow each other and have the same keys are one document. A wrong one is refused alone.
 *
 * @param type what the refused are called
 * @param keys fields that are the same in all rows of a document; the last one names it, else the first
 * @param together whether a document that goes on after another one began is wrong
 * @param <T> what is made of the rows
 */
record TableDocuments<T extends Document>(
        String type, TableFields fields, List<String> keys, boolean together, Content<T> content) {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_DOCUMENTS = 100_000;
    private static final int LONGEST_NAME = 70;

    /** Makes a document of its rows. */
    interface Content<T> {
        /** What it returns when there is a problem does not matter. */
        T of(List<TableRow> rows, FormatSettings settings, Problems problems);
    }

    void read(FormatId format, InputStream in, FormatSettings settings, DocumentSink<? super T> sink)
            throws DocumentException, IOException {
        Reading reading = new Reading(settings, sink);
        try (TableRows rows = TableRows.open(format, in, settings, fields)) { // the stream is the caller's to close
            requireColumns(rows);
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                reading.take(row);
            }
        }
        if (reading.group.isEmpty()) {
            throw new DocumentException(
                    new Problem("MISSING_FIELD", "file", "The file has no row; write at least one line"));
        }
        reading.end();
    }

    private void requireColumns(TableRows rows) throws DocumentException {
        Problems missing = new Problems();
        fields.needed().stream()
                .filter(c -> !rows.has(c))
                .forEach(c -> missing.add(
                        "MISSING_COLUMN", rows.head(), "The column " + rows.label(c) + " is missing; add it"));
        if (!fields.oneOf().isEmpty() && fields.oneOf().stream().noneMatch(rows::has)) {
            String any = fields.oneOf().stream().map(rows::label).collect(Collectors.joining(", "));
            missing.add("MISSING_COLUMN", rows.head(), "None of the columns " + any + " is there; add one");
        }
        missing.throwIfAny();
    }

    /** One reading of a file: the rows of the document that is being read. */
    private final class Reading {
        private final FormatSettings settings;
        private final DocumentSink<? super T> sink;
        private final List<TableRow> group = new ArrayList<>();
        private final Map<List<String>, Long> begun = new HashMap<>();
        private int count;

        Reading(FormatSettings settings, DocumentSink<? super T> sink) {
            this.settings = settings;
            this.sink = sink;
        }

        void take(TableRow row) throws DocumentException {
            if (!group.isEmpty() && !key(group.get(0)).equals(key(row))) {
                end();
            }
            if (group.size() <= MOST_LINES) {
                group.add(row);
            }
        }

        private List<String> key(TableRow row) {
            return keys.stream().map(k -> Objects.toString(row.text(k), "")).toList();
        }

        void end() throws DocumentException {
            Problems problems = new Problems();
            TableRow first = group.get(0);
            if (++count > MOST_DOCUMENTS) {
                throw problems.with(
                        "TOO_MANY_DOCUMENTS",
                        first.place(keys.get(0)),
                        "The file holds more than " + MOST_DOCUMENTS + " documents; split it into several files");
            }
            if (group.size() > MOST_LINES) {
                problems.add(
                        "TOO_MANY_LINES",
                        first.place(keys.get(0)),
                        "There are more than " + MOST_LINES + " lines; split it");
            }
            Long before = together ? begun.putIfAbsent(key(first), first.number()) : null;
            if (before != null) {
                problems.add(
                        "ROWS_APART",
                        first.place(keys.get(0)),
                        "It began in row " + before + " and others came between; write all rows of one together");
            }
            T read = content.of(group, settings, problems);
            if (problems.isEmpty()) {
                sink.accept(read);
            } else {
                sink.refuse(new RefusedDocument(name(first), type, first.place(keys.get(0))), problems.all());
            }
            group.clear();
        }

        private DocumentNumber name(TableRow first) {
            String own = first.text(keys.get(keys.size() - 1));
            String said = own == null ? first.text(keys.get(0)) : own;
            boolean usable = said != null
                    && said.length() <= LONGEST_NAME
                    && said.chars().noneMatch(Character::isISOControl);
            return new DocumentNumber(usable ? said : first.place(keys.get(0)));
        }
    }
}
