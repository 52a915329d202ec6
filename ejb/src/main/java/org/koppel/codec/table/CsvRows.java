package org.koppel.codec.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/**
 * The rows of a CSV file with a header, one at a time. The delimiter is the one of {@code ; , | tab} that the header has most of; the
 * charset is that of the option {@code csv.charset}, else UTF-8.
 */
final class CsvRows implements Closeable {
    private static final String DELIMITERS = ";,\t|";
    private static final int LONGEST_HEADER = 16_000;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;

    private CsvRows(CSVParser parser, Iterator<CSVRecord> records, List<String> columns) {
        this.parser = parser;
        this.records = records;
        this.columns = columns;
    }

    /** @throws DocumentException when there is no header */
    static CsvRows open(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        Charset charset = Options.charset(settings, "csv.charset", StandardCharsets.UTF_8);
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER * 2);
        try {
            char delimiter = delimiter(text);
            CSVParser parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(text);
            Iterator<CSVRecord> records = parser.iterator();
            CsvRows rows = new CsvRows(parser, records, new ArrayList<>());
            CSVRecord header = rows.record();
            if (header == null) {
                throw new DocumentException(new Problem(
                        "MISSING_COLUMN", "row 1", "The file is empty; begin with the names of the columns"));
            }
            header.forEach(name -> rows.columns.add(name.strip().toLowerCase(Locale.ROOT)));
            return rows;
        } catch (CharacterCodingException e) {
            throw new DocumentException(wrongCharset(), e);
        }
    }

    /** Whether the first bytes of a file are a header with all of these columns. */
    static boolean hasColumns(byte[] head, List<String> names) {
        try (CsvRows rows = open(new ByteArrayInputStream(firstLine(head)), FormatSettings.DEFAULT)) {
            return rows.columns.containsAll(names);
        } catch (DocumentException | IOException e) {
            return false;
        }
    }

    private static byte[] firstLine(byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        return Arrays.copyOf(head, end);
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int first = text.read();
        if (first != '\uFEFF') {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        int[] counts = new int[DELIMITERS.length()];
        for (int i = 1; i < LONGEST_HEADER; i++) {
            int c = text.read();
            if (c < 0 || c == '\n') {
                break;
            }
            int which = DELIMITERS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** The next row; null at the end. @throws DocumentException when the file cannot be read on */
    CsvRow next() throws DocumentException, IOException {
        try {
            CSVRecord record = record();
            return record == null ? null : new CsvRow(record, columns);
        } catch (CharacterCodingException e) {
            throw new DocumentException(wrongCharset(), e);
        }
    }

    private CSVRecord record() throws DocumentException, IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                String place = "row " + (parser.getRecordNumber() + 1);
                throw new DocumentException(
                        new Problem(
                                "MALFORMED_CSV",
                                place,
                                "The quotes of this row do not fit ("
                                        + e.getCause().getMessage() + "); double every quote inside quotes"),
                        e);
            }
            throw e.getCause();
        }
    }

    private static Problem wrongCharset() {
        return new Problem(
                "WRONG_CHARSET",
                "file",
                "The file is not in UTF-8; write it so, or agree on another charset for this channel");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
