package org.koppel.codec.table;

import org.koppel.codec.BrokenFilesContract;

/** Every way in which a CSV file can be wrong. */
class BrokenCsvTest extends BrokenFilesContract {
    /** Of the rows, of which an envelope sees the names of the columns only. */
    private static final String OF_ROWS = """
            BAD_IBAN BAD_OPTION BAD_PAYMENT_REFERENCE BAD_TAX BAD_VALUE CONTROL_CHARACTER CURRENCY_DIFFERS
            DUPLICATE_LINE_NUMBER LINE_AMOUNT_WRONG MISSING_FIELD NUMBER_OUT_OF_RANGE QUANTITY_NOT_POSITIVE TAX_WRONG
            TEXT_TOO_LONG TOO_MANY_LINES TOTAL_WRONG UNKNOWN_CURRENCY UNKNOWN_UNIT UNREADABLE_DATE UNREADABLE_NUMBER""";

    private static final String NOT_CSV =
            "ENTITY_NOT_ALLOWED FILE_TOO_LARGE MALFORMED_DBF MALFORMED_XLSX MALFORMED_XML MISSING_SHEET";

    BrokenCsvTest() {
        super(
                "csv",
                kind("broken-response.*", new OrderResponseCsvReader())
                        .without("a back office may send its rows in any order", "ROWS_APART")
                        .without("the format of another file", NOT_CSV)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                kind("broken-despatch.*", new DespatchAdviceCsvReader())
                        .without("no column has words of its own, and cells with errors come in XLSX only", "BAD_VALUE")
                        .without("a back office may send its rows in any order", "ROWS_APART")
                        .without("the format of another file", NOT_CSV)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                kind("broken-invoice.*", new InvoiceCsvReader())
                        .without("all amounts of a row are in its one currency", "CURRENCY_DIFFERS")
                        .without("the format of another file", NOT_CSV)
                        .without("what a partner agreed is not the file", "BAD_OPTION"),
                envelope("broken-envelope-.*", new CsvEnvelopeReader())
                        .without("only the names of the columns are looked at", OF_ROWS)
                        .without("the format of another file", NOT_CSV),
                kind("broken-.*", new OrderCsvReader())
                        .without("the format of another file", NOT_CSV)
                        .without("what a partner agreed is not the file", "BAD_OPTION"));
    }

    @Override
    protected boolean belongsElsewhere(Class<?> reader) {
        return !reader.getSimpleName().contains("Csv");
    }
}
