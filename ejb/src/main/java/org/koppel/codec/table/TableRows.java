package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.RowAgreements;

/**
 * The rows of a CSV, XLSX or DBF file by the fields of a document, one at a time: the one place where columns become fields. Options:
 * {@code column.<field>} is the name or number of the column that holds a field; as soon as one is agreed, only agreed ones are read,
 * else the columns have our names. {@code csv.header} is {@code no}, or the number of the row with the names (1). See {@link Notation}
 * for the rest.
 */
final class TableRows implements AutoCloseable {
    static final String COLUMN = RowAgreements.COLUMN;
    private static final int LAST_HEADER = 50;

    private final RowSource source;
    private final Columns columns;
    private final Notation notation;
    private final String head;

    private TableRows(RowSource source, Columns columns, Notation notation, String head) {
        this.head = head;
        this.source = source;
        this.columns = columns;
        this.notation = notation;
    }

    /**
     * @param fields those that are looked for
     * @throws DocumentException when the file cannot be read, an agreed column is missing or an option is none
     */
    static TableRows open(FormatId format, InputStream in, FormatSettings settings, TableFields fields)
            throws DocumentException, IOException {
        Notation notation = Notation.of(settings);
        Map<String, String> agreed = agreed(settings, fields.names());
        RowSource source = source(format, in, settings);
        boolean opened = false;
        try {
            TableRows rows = open(source, format, settings, fields, notation, agreed);
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    private static TableRows open(
            RowSource source,
            FormatId format,
            FormatSettings settings,
            TableFields fields,
            Notation notation,
            Map<String, String> agreed)
            throws DocumentException, IOException {
        int headerAt = format.equals(DbfFormat.ID) ? 1 : headerRow(settings);
        RowSource.Row header = headerAt == 0 ? null : source.next();
        while (header != null && header.number() < headerAt && !format.equals(DbfFormat.ID)) {
            header = source.next();
        }
        if (headerAt > 0 && header == null) {
            throw new DocumentException(new Problem(
                    "MISSING_COLUMN", "row " + headerAt, "The file is empty; begin with the names of the columns"));
        }
        Problems problems = new Problems();
        if (header == null && agreed.isEmpty()) {
            problems.add("BAD_OPTION", "csv.header", "Without a row with names the numbers of the columns are needed");
        }
        Columns columns = agreed.isEmpty() && header != null
                ? Columns.named(header, fields.calledIn(format), problems)
                : Columns.agreed(header, agreed, problems);
        problems.throwIfAny();
        return new TableRows(source, columns, notation, header == null ? "row 1" : header.place());
    }

    private static RowSource source(FormatId format, InputStream in, FormatSettings settings)
            throws DocumentException, IOException {
        if (format.equals(XlsxFormat.ID)) {
            return XlsxRows.open(in, settings);
        }
        return format.equals(DbfFormat.ID)
                ? DbfRows.open(in, settings)
                : CsvRows.open(in, settings, headerRow(settings));
    }

    /** Names or numbers of columns by field. */
    static Map<String, String> agreed(FormatSettings settings, Set<String> fields) throws DocumentException {
        Map<String, String> agreed = new TreeMap<>();
        Problems problems = new Problems();
        settings.options().forEach((name, column) -> {
            if (name.startsWith(COLUMN) && !column.isBlank()) {
                agreed.put(name.substring(COLUMN.length()), column);
                if (!fields.contains(name.substring(COLUMN.length()))) {
                    problems.add(
                            "BAD_OPTION", name, "There is no such field; take one of " + String.join(", ", fields));
                }
            }
        });
        problems.throwIfAny();
        return agreed;
    }

    /** Counted from 1; 0 when there is none. */
    static int headerRow(FormatSettings settings) throws DocumentException {
        String said = settings.option("csv.header", "yes");
        if (said.equals("no")) {
            return 0;
        }
        if (said.equals("yes") || said.isEmpty()) {
            return 1;
        }
        if (!said.matches("[1-9]\\d?") || Integer.parseInt(said) > LAST_HEADER) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION",
                    "csv.header",
                    "\"" + said + "\" is neither yes nor no nor a row up to " + LAST_HEADER));
        }
        return Integer.parseInt(said);
    }

    /** Where the names of the columns stand. */
    String head() {
        return head;
    }

    /** What the file calls a field, or would. */
    String label(String field) {
        return columns.label(field);
    }

    boolean has(String field) {
        return columns.has(field);
    }

    boolean hasAll(List<String> fields) {
        return columns.hasAll(fields);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The next row that is not blank; null at the end. @throws DocumentException when the file cannot be read on */
    TableRow next() throws DocumentException, IOException {
        RowSource.Row row = source.next();
        while (row != null && row.isBlank()) {
            row = source.next();
        }
        return row == null ? null : new TableRow(row, columns, notation);
    }
}
