package org.koppel.punchout.quick;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cells of a text: by tabs where there is one (a spreadsheet's clipboard), else by semicolons, else by commas. */
final class DelimitedText {
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
                rows.add(row.toList());
            }
        } catch (IOException e) {
            throw new QuickRowsException(QuickRowsException.Reason.UNREADABLE, e);
        }
        return rows;
    }

    private static char separator(String text) {
        if (text.indexOf('\t') >= 0) {
            return '\t';
        }
        return text.indexOf(';') >= 0 ? ';' : ',';
    }
}
