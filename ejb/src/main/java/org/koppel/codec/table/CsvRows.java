package org.koppel.codec.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/**
 * The rows of a CSV file, one at a time. The delimiter is that of the option {@code csv.delimiter}, else the one of {@code ; , | tab}
 * that the first rows have most of; the charset is that of the option {@code csv.charset}, else UTF-8.
 */
final class CsvRows implements RowSource {
    private static final String DELIMITERS = ";,\t|";
    private static final int LONGEST_HEADER = 16_000;

    /** In characters: a quote that is not closed would make one field of the rest of the file. */
    private static final int LONGEST_ROW = 1_000_000;

    private final RowReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Charset charset;

    private CsvRows(RowReader text, CSVParser parser, Charset charset) {
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.charset = charset;
    }

    /** @param header the row with the names of the columns, 0 for none: what the delimiter is told by */
    static CsvRows open(InputStream in, FormatSettings settings, int header) throws DocumentException, IOException {
        Charset charset = Options.charset(settings, "csv.charset", StandardCharsets.UTF_8);
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER * 2);
        try {
            withoutMark(text);
            char delimiter = settings.option("csv.delimiter", "").isEmpty()
                    ? delimiter(text, Math.max(1, header))
                    : CsvFormat.delimiter(settings);
            RowReader rows = new RowReader(text);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get();
            return new CsvRows(rows, format.parse(rows), charset);
        } catch (CharacterCodingException e) {
            throw new DocumentException(wrongCharset(charset), e);
        }
    }

    private static void withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static char delimiter(BufferedReader text, int rows) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] counts = new int[DELIMITERS.length()];
        int left = rows;
        for (int i = 1; i < LONGEST_HEADER && left > 0; i++) {
            int c = text.read();
            if (c < 0) {
                break;
            }
            left -= c == '\n' ? 1 : 0;
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

    @Override
    public Row next() throws DocumentException, IOException {
        try {
            text.begin();
            return records.hasNext() ? row(records.next()) : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RowTooLongException) {
                throw new DocumentException(
                        new Problem(
                                "MALFORMED_CSV",
                                "row " + (parser.getRecordNumber() + 1),
                                "The row has more than " + LONGEST_ROW
                                        + " characters; a quote at the beginning of a field is not closed, most likely"),
                        e);
            }
            if (e.getCause() instanceof CSVException) {
                throw new DocumentException(
                        new Problem(
                                "MALFORMED_CSV",
                                "row " + (parser.getRecordNumber() + 1),
                                "The quotes of this row do not fit ("
                                        + e.getCause().getMessage() + "); double every quote inside quotes"),
                        e);
            }
            if (e.getCause() instanceof CharacterCodingException) {
                throw new DocumentException(wrongCharset(charset), e);
            }
            throw e.getCause();
        }
    }

    private static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Ends the reading inside a row that does not end. */
    private static final class RowReader extends FilterReader {
        private int read;

        RowReader(Reader text) {
            super(text);
        }

        /** The next row begins, give or take what the parser has read ahead. */
        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return in.read();
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int got = in.read(into, from, length);
            count(got);
            return got;
        }

        private void count(int got) throws IOException {
            read += got;
            if (read > LONGEST_ROW) {
                throw new RowTooLongException();
            }
        }
    }

    private static Row row(CSVRecord record) {
        List<Cell> cells = new ArrayList<>();
        for (String value : record) {
            if (cells.size() == MOST_COLUMNS) {
                break;
            }
            cells.add(Cell.text(value));
        }
        return new Row(record.getRecordNumber(), cells);
    }

    private static Problem wrongCharset(Charset charset) {
        return new Problem(
                "WRONG_CHARSET",
                "file",
                "The file is not in " + charset.name() + "; write it so, or agree on another charset for this channel");
    }
}
