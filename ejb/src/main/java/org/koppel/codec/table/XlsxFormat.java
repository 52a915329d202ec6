package org.koppel.codec.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;

/**
 * XLSX (ECMA-376) with one sheet: a bold first row that stays in view, true numbers and dates. Texts are cells of type text, so
 * that no spreadsheet calculates them.
 */
final class XlsxFormat {
    static final FormatId ID = new FormatId("xlsx");
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PROGRAM = "Koppel";
    /** Versions are digits and one point in this field (ECMA-376 part 1, 22.2.2.2). */
    private static final String VERSION = "1.0";

    private static final int ROWS_IN_MEMORY = 500;

    private XlsxFormat() {}

    static <D extends Document, R> void write(Table<D, R> table, D document, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(new Unclosed(out), PROGRAM, VERSION)) {
            Worksheet sheet = book.newWorksheet(table.name());
            head(sheet, table.columns().stream().map(Column::name).toList());
            int at = 1;
            for (R row : table.rows().apply(document)) {
                for (int i = 0; i < table.columns().size(); i++) {
                    cell(sheet, at, i, table.columns().get(i).value().apply(row));
                }
                at = next(sheet, at);
            }
        }
    }

    /** Several files of ours, of the same columns, as one sheet; one of them is open at a time. */
    static void write(List<byte[]> files, String name, List<String> columns, OutputStream out)
            throws DocumentException, IOException {
        try (Workbook book = new Workbook(new Unclosed(out), PROGRAM, VERSION)) {
            Worksheet joined = book.newWorksheet(name);
            head(joined, columns);
            int at = 1;
            for (byte[] file : files) {
                try (XlsxSheet sheet = XlsxSheet.open(file)) {
                    for (List<Object> row = sheet.next(); row != null; row = sheet.next()) {
                        for (int i = 0; i < row.size(); i++) {
                            cell(joined, at, i, row.get(i));
                        }
                        at = next(joined, at);
                    }
                }
            }
        }
    }

    /** Rows leave memory as they are written, some at a time. @return the row behind {@code at} */
    private static int next(Worksheet sheet, int at) throws IOException {
        if (at % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
        return at + 1;
    }

    private static void head(Worksheet sheet, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            sheet.value(0, i, names.get(i));
        }
        sheet.range(0, 0, 0, names.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
