package org.koppel.codec.table;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Fitting;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;

/**
 * dBase III. Option {@code dbf.charset}: {@code windows-1252} (default), {@code IBM850} or {@code IBM437}, the ones that the
 * header's language byte can name. Numbers are rounded half up to the decimals of their field; a value that is too long and a
 * character that the charset does not hold are refused, all of them at once, unless the customer has texts shortened
 * ({@link Fitting}).
 */
final class DbfFormat {
    static final FormatId ID = new FormatId("dbf");
    private static final String CHARSET = "dbf.charset";
    private static final Charset USUAL = Charset.forName("windows-1252");

    private DbfFormat() {}

    static <D extends Document, R> void write(Table<D, R> table, D document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Charset charset = Options.charset(settings, CHARSET, USUAL);
        if (charset.newEncoder().maxBytesPerChar()
                > 1) { // a field is as many bytes, and would be cut within a character
            throw new DocumentException(new Problem(
                    "BAD_OPTION", CHARSET, charset.name() + " is none of DBF; give windows-1252, IBM850 or IBM437"));
        }
        List<Column<R>> columns =
                table.columns().stream().filter(c -> c.field() != null).toList();
        List<R> rows = table.rows().apply(document);
        Charsets.requireAll(new Table<D, R>(table.name(), columns, d -> rows, table.place()), document, charset);
        List<Object[]> records = records(table, columns, rows, new Fitting(settings));
        try (DBFWriter dbf = new DBFWriter(new Unclosed(out), charset)) {
            dbf.setFields(columns.stream().map(DbfFormat::field).toArray(DBFField[]::new));
            records.forEach(dbf::addRecord);
        }
    }

    private static <R> List<Object[]> records(Table<?, R> table, List<Column<R>> columns, List<R> rows, Fitting fitting)
            throws DocumentException {
        List<Object[]> records = new ArrayList<>();
        for (R row : rows) {
            fitting.inLine(table.line(row));
            String place = table.place().apply(row) + ", ";
            records.add(columns.stream()
                    .map(c -> fitted(c, value(c, row), place, fitting))
                    .toArray());
        }
        fitting.throwIfAny();
        return records;
    }

    /** @param place of the row */
    private static Object fitted(Column<?> column, Object value, String place, Fitting fitting) {
        if (value instanceof String text && column.words() != null) {
            return fitting.text(text, new Fitting.Place(column.words(), column.field(), column.width()));
        }
        String exact = value instanceof BigDecimal number ? number.toPlainString() : value instanceof String s ? s : "";
        fitting.exact(
                exact.length(), column.width(), place + column.field(), "shorten it, or choose CSV for this channel");
        return value;
    }

    private static <R> Object value(Column<R> column, R row) {
        return switch (column.kind()) {
            case TEXT -> column.textOf(row);
            case NUMBER ->
                column.numberOf(row) == null
                        ? null
                        : column.numberOf(row).setScale(column.decimals(), RoundingMode.HALF_UP);
            case DATE ->
                column.dateOf(row) == null
                        ? null
                        : Date.from(column.dateOf(row)
                                .atStartOfDay(ZoneId.systemDefault())
                                .toInstant());
        };
    }

    private static DBFField field(Column<?> column) {
        DBFField field = new DBFField(column.field(), type(column.kind()));
        if (column.kind() != Column.Kind.DATE) { // whose length is fixed
            field.setLength(column.width());
        }
        if (column.kind() == Column.Kind.NUMBER) {
            field.setDecimalCount(column.decimals());
        }
        return field;
    }

    private static DBFDataType type(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> DBFDataType.CHARACTER;
            case NUMBER -> DBFDataType.NUMERIC;
            case DATE -> DBFDataType.DATE;
        };
    }
}
