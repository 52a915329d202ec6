package org.koppel.punchout.quick;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cells of a text: by the sign that most of its lines have, of as many by tabs (a spreadsheet's clipboard), then by semicolons, then by
 * commas. A line that has only another of the first two is divided by that.
 */
final class DelimitedText {
    private static final String SEPARATORS = "\t;,";

    private DelimitedText() {}

    static List<List<String>> cells(String text) throws QuickRowsException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false) // rows keep their places
                .setLenientEof(true)
                .setTrailingData(true) // a quote within a cell (1/2" pipe) is no error
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                if (rows.size() > QuickRows.MAX_ROWS) { // one more, for the row of names
                    throw new QuickRowsException(QuickRowsException.Reason.TOO_MANY_ROWS);
                }
                rows.add(row.size() == 1 ? divided(row.get(0)) : row.toList());
            }
        } catch (IOException e) {
            throw new QuickRowsException(QuickRowsException.Reason.UNREADABLE, e);
        }
        return rows;
    }

    private static List<String> divided(String line) {
        String separator = line.indexOf('\t') >= 0 ? "\t" : ";";
        return List.of(line.split(separator, -1));
    }

    private static char separator(String text) {
        char most = SEPARATORS.charAt(0);
        for (char one : SEPARATORS.toCharArray()) {
            most = lines(text, one) > lines(text, most) ? one : most;
        }
        return most;
    }

    private static long lines(String text, char separator) {
        return text.lines().filter(l -> l.indexOf(separator) >= 0).count();
    }
}
