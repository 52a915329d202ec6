package org.koppel.codec.table;

import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a XLSX file can be wrong. */
class BrokenXlsxTest extends BrokenTables {

    @Override
    protected String folder() {
        return "xlsx";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new XlsxEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new OrderXlsxReader(),
                new OrderResponseXlsxReader(),
                new DespatchAdviceXlsxReader(),
                new InvoiceXlsxReader());
    }

    @Override
    protected Set<String> codes() {
        return with("MALFORMED_XLSX", "MISSING_SHEET");
    }
}
