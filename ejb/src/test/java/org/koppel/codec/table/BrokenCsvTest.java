package org.koppel.codec.table;

import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a CSV file can be wrong. */
class BrokenCsvTest extends BrokenTables {

    @Override
    protected String folder() {
        return "csv";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new CsvEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new OrderCsvReader(),
                new OrderResponseCsvReader(),
                new DespatchAdviceCsvReader(),
                new InvoiceCsvReader());
    }

    @Override
    protected Set<String> codes() {
        return with("MALFORMED_CSV", "WRONG_CHARSET");
    }
}
