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
import java.util.Date;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Document;

/**
 * dBase III. Option {@code dbf.charset}: {@code windows-1252} (default), {@code IBM850} or {@code IBM437}, the ones that the
 * header's language byte can name. Numbers are rounded half up to the decimals of their field; a text that is too long, a number
 * that is too wide and a character that the charset does not hold are refused, all of them at once, and nothing is cut.
 */
final class DbfFormat {
    static final FormatId ID = new FormatId("dbf");
    private static final Charset USUAL = Charset.forName("windows-1252");

    private DbfFormat() {}

    static <D extends Document, R> void write(Table<D, R> table, D document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Charset charset = Options.charset(settings, "dbf.charset", USUAL);
        List<Column<R>> columns =
                table.columns().stream().filter(c -> c.field() != null).toList();
        List<R> rows = table.rows().apply(document);
        Charsets.requireAll(new Table<D, R>(table.name(), columns, d -> rows, table.place()), document, charset);
        require(table, columns, rows);
        try (DBFWriter dbf = new DBFWriter(new Unclosed(out), charset)) {
            dbf.setFields(columns.stream().map(DbfFormat::field).toArray(DBFField[]::new));
            for (R row : rows) {
                dbf.addRecord(columns.stream().map(c -> value(c, row)).toArray());
            }
        }
    }

    private static <D extends Document, R> void require(Table<D, R> table, List<Column<R>> columns, List<R> rows)
            throws DocumentException {
        Problems problems = new Problems();
        for (R row : rows) {
            for (Column<R> column : columns) {
                int length = length(column, row);
                if (length > column.width()) {
                    Problem problem =
                            Charsets.tooLong(table.place().apply(row) + ", " + column.field(), column.width(), length);
                    problems.add(problem.code(), problem.location(), problem.message());
                }
            }
        }
        problems.throwIfAny();
    }

    private static <R> int length(Column<R> column, R row) {
        Object value = value(column, row);
        if (value instanceof BigDecimal number) {
            return number.toPlainString().length();
        }
        return value instanceof String text ? text.length() : 0;
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
