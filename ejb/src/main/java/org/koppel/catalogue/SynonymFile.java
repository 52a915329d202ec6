package org.koppel.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Synonyms as a CSV: language, word, meaning; by semicolons, commas or tabs, in UTF-8, UTF-16 with a mark or Windows-1252. A first row
 * that names the columns is passed over, and so are empty rows.
 */
public final class SynonymFile {
    public static final int MOST_BYTES = 1024 * 1024;
    public static final int MOST_ROWS = 5_000;
    /** A file to begin with. */
    public static final String SAMPLE = "\uFEFFlanguage;word;means\r\nnl;wcd;stopcontact\r\nfr;dismatic;disjoncteur\r\n"
            + "de;fi;fehlerstromschutzschalter\r\nen;outlet;socket\r\n";

    private SynonymFile() {}

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
            super("A file of synonyms was refused: " + problem, cause);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** @throws UnreadableException when it is empty, too large, or no text */
    public static List<Synonym> read(byte[] content) throws UnreadableException {
        if (content.length > MOST_BYTES) {
            throw new UnreadableException(Problem.TOO_LARGE, null);
        }
        String text = decoded(content);
        List<Synonym> said = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(c -> !c.isBlank()) && !(said.isEmpty() && isHead(row))) {
                    said.add(new Synonym(cell(row, 0), cell(row, 1), cell(row, 2)));
                }
                if (said.size() > MOST_ROWS) {
                    throw new UnreadableException(Problem.TOO_MANY_ROWS, null);
                }
            }
        } catch (IOException e) {
            throw new UnreadableException(Problem.UNREADABLE, e);
        }
        if (said.isEmpty()) {
            throw new UnreadableException(Problem.EMPTY, null);
        }
        return said;
    }

    /** Names of columns; a language's name would be two letters. */
    private static boolean isHead(CSVRecord row) {
        return row.getRecordNumber() == 1
                && cell(row, 0).length() > 2
                && !Languages.all().contains(cell(row, 0).toLowerCase(Locale.ROOT));
    }

    private static String cell(CSVRecord row, int column) {
        String cell = column < row.size() ? row.get(column).strip() : "";
        return cell.length() > 300 ? cell.substring(0, 300) : cell; // longer than any that is kept
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
