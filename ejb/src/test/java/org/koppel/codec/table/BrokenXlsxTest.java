package org.koppel.codec.table;

import java.util.List;
import org.koppel.codec.BrokenFilesContract;

/** Every way in which a XLSX file can be wrong. */
class BrokenXlsxTest extends BrokenFilesContract {

    BrokenXlsxTest() {
        super(
                "xlsx",
                new XlsxEnvelopeReader(),
                List.of(
                        new OrderXlsxReader(),
                        new OrderResponseXlsxReader(),
                        new DespatchAdviceXlsxReader(),
                        new InvoiceXlsxReader()),
                LINES,
                VALUES,
                INVOICES,
                TABLES,
                "MALFORMED_XLSX MISSING_SHEET");
    }
}
