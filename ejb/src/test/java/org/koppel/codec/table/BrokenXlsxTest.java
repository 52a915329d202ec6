package org.koppel.codec.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a XLSX file can be wrong. */
class BrokenXlsxTest extends BrokenFilesContract {
    /** Of the rows, of which an envelope sees the names of the columns only. */
    private static final String OF_ROWS = """
            BAD_IBAN BAD_OPTION BAD_PAYMENT_REFERENCE BAD_TAX BAD_VALUE CONTROL_CHARACTER CURRENCY_DIFFERS
            DUPLICATE_LINE_NUMBER LINE_AMOUNT_WRONG MISSING_FIELD NUMBER_OUT_OF_RANGE QUANTITY_NOT_POSITIVE TAX_WRONG
            TEXT_TOO_LONG TOO_MANY_LINES TOTAL_WRONG UNKNOWN_CURRENCY UNKNOWN_UNIT UNREADABLE_DATE UNREADABLE_NUMBER""";

    private static final String NOT_XLSX = "ENTITY_NOT_ALLOWED MALFORMED_CSV MALFORMED_DBF MALFORMED_XML WRONG_CHARSET";

    BrokenXlsxTest() {
        super(
                "xlsx",
                kind("broken-response.*", new OrderResponseXlsxReader())
                        .without("a back office may send its rows in any order", "ROWS_APART")
                        .without("the format of another file, or said as MALFORMED_XLSX", NOT_XLSX)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                kind("broken-despatch.*", new DespatchAdviceXlsxReader())
                        .without("a back office may send its rows in any order", "ROWS_APART")
                        .without("the format of another file, or said as MALFORMED_XLSX", NOT_XLSX)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                kind("broken-invoice.*", new InvoiceXlsxReader())
                        .without("all amounts of a row are in its one currency", "CURRENCY_DIFFERS")
                        .without("the format of another file, or said as MALFORMED_XLSX", NOT_XLSX)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                envelope("broken-envelope-.*", new XlsxEnvelopeReader())
                        .without("only the names of the columns are looked at", OF_ROWS)
                        .without("the format of another file, or said as MALFORMED_XLSX", NOT_XLSX),
                kind("broken-.*", new OrderXlsxReader())
                        .without("the format of another file, or said as MALFORMED_XLSX", NOT_XLSX)
                        .without("what a partner agreed is not the file", "BAD_OPTION"));
    }

    /** Of what is repeated the rows alone are kept; a workbook is put around them. */
    @Override
    protected byte[] as(Object reader, byte[] content) throws IOException {
        return content[0] == '<' ? Tables.sheet(new String(content, StandardCharsets.UTF_8)) : content;
    }

    @Override
    protected boolean belongsElsewhere(Class<?> reader) {
        return !reader.getSimpleName().contains("Xlsx");
    }
}
