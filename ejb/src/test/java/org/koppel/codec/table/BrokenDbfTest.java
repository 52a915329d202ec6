package org.koppel.codec.table;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a DBF file can be wrong. */
class BrokenDbfTest extends BrokenFilesContract {

    BrokenDbfTest() {
        super(
                "dbf",
                new DbfEnvelopeReader(),
                List.of(
                        new OrderDbfReader(),
                        new OrderResponseDbfReader(),
                        new DespatchAdviceDbfReader(),
                        new InvoiceDbfReader()),
                LINES,
                VALUES,
                INVOICES,
                TABLES,
                "MALFORMED_DBF WRONG_CHARSET");
    }
}
