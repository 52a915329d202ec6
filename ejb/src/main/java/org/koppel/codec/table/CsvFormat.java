package org.koppel.codec.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.koppel.codec.DecimalMark;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;

/**
 * CSV by RFC 4180, as a partner wants it. Options:
 *
 * <ul>
 *   <li>{@code csv.delimiter}: one character, default {@code ;}; {@code tab} for a tabulator
 *   <li>{@code csv.charset}: default {@code UTF-8}; what it does not hold is refused, never replaced
 *   <li>{@code csv.header}: {@code no} leaves the names of the columns out
 *   <li>{@code csv.decimal}: {@code ,} or {@code .} (default). Either way {@code 1.125} is written {@code 1.1250}, which is a number of
 *       one meaning to whoever does not know the mark
 *   <li>{@code csv.formulas}: {@code guard} puts an apostrophe before texts that a spreadsheet would calculate; default is to
 *       leave data alone, because programs read these files
 * </ul>
 */
final class CsvFormat {
    static final FormatId ID = new FormatId("csv");
    private static final String CALCULATED = "=+-@\t\r";

    private CsvFormat() {}

    static <D extends Document, R> void write(Table<D, R> table, D document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Charset charset = Options.charset(settings, "csv.charset", StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(settings))
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        boolean comma = settings.option("csv.decimal", ".").equals(",");
        boolean guard = settings.option("csv.formulas", "keep").equals("guard");
        Charsets.requireAll(table, document, charset);
        Writer text = new OutputStreamWriter(out, charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT));
        CSVPrinter csv = new CSVPrinter(text, format);
        if (!settings.option("csv.header", "yes").equals("no")) {
            csv.printRecord(table.columns().stream().map(Column::name));
        }
        for (R row : table.rows().apply(document)) {
            csv.printRecord(table.columns().stream().map(c -> cell(c, row, comma, guard)));
        }
        csv.flush();
    }

    private static <R> String cell(Column<R> column, R row, boolean comma, boolean guard) {
        Object value = column.value().apply(row);
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            String plain = DecimalMark.written(number);
            return comma ? plain.replace('.', ',') : plain;
        }
        String text = value.toString();
        return guard && !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static char delimiter(FormatSettings settings) throws DocumentException {
        String wanted = settings.option("csv.delimiter", ";");
        if (wanted.equals("tab")) {
            return '\t';
        }
        if (wanted.length() != 1 || "\r\n\"".contains(wanted)) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION", "csv.delimiter", "\"" + wanted + "\" is not one character; give one, or tab"));
        }
        return wanted.charAt(0);
    }
}
