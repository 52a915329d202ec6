package org.koppel.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a list that a person hands over: a CSV by semicolons, commas or tabs, in UTF-8, UTF-16 with a mark or Windows-1252. A
 * first row that names the columns is passed over, and so are empty rows.
 */
public final class CsvRows {
    public static final int MOST_BYTES = 1024 * 1024;
    public static final int MOST_ROWS = 5_000;

    private static final int LONGEST_CELL = 300; // longer than any that is kept

    private CsvRows() {}

    /** Why a file cannot be read at all. */
    public enum Problem {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        UNREADABLE
    }

    /** A file that cannot be read. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;
        private final Problem problem;

        UnreadableException(Problem problem, Throwable cause) {
            super("A list was refused: " + problem, cause);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** A row; cells that it does not have are empty. */
    record Row(List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * @param isHead whether the first row names the columns
     * @return at least one row
     * @throws UnreadableException when it is empty, too large, or no text
     */
    static List<Row> read(byte[] content, Predicate<Row> isHead) throws UnreadableException {
        if (content.length > MOST_BYTES) {
            throw new UnreadableException(Problem.TOO_LARGE, null);
        }
        String text = decoded(content);
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord read : parser) {
                Row row = new Row(read.stream().map(CsvRows::cut).toList());
                boolean empty = row.cells().stream().allMatch(String::isBlank);
                if (!empty && !(read.getRecordNumber() == 1 && isHead.test(row))) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadableException(Problem.TOO_MANY_ROWS, null);
                }
            }
        } catch (IOException e) {
            throw new UnreadableException(Problem.UNREADABLE, e);
        }
        if (rows.isEmpty()) {
            throw new UnreadableException(Problem.EMPTY, null);
        }
        return rows;
    }

    private static String cut(String cell) {
        String plain = cell.strip();
        return plain.length() > LONGEST_CELL ? plain.substring(0, LONGEST_CELL) : plain;
    }

    private static String separator(String text) {
        String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        return first.indexOf('\t') >= 0 ? "\t" : first.indexOf(';') >= 0 ? ";" : ",";
    }

    private static String decoded(byte[] content) throws UnreadableException {
        boolean utf16 = content.length > 1
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
        String text;
        try {
            text = (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) { // what spreadsheets write where it is not Unicode
            text = new String(content, Charset.forName("windows-1252"));
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableException(Problem.UNREADABLE, null);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
