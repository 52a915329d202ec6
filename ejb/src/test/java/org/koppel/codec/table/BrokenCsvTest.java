package org.koppel.codec.table;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a CSV file can be wrong. */
class BrokenCsvTest extends BrokenFilesContract {

    BrokenCsvTest() {
        super(
                "csv",
                new CsvEnvelopeReader(),
                List.of(
                        new OrderCsvReader(),
                        new OrderResponseCsvReader(),
                        new DespatchAdviceCsvReader(),
                        new InvoiceCsvReader()),
                LINES,
                VALUES,
                INVOICES,
                TABLES,
                "MALFORMED_CSV WRONG_CHARSET");
    }
}
