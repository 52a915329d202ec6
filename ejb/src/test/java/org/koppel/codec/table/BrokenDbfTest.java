package org.koppel.codec.table;

import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a DBF file can be wrong. */
class BrokenDbfTest extends BrokenTables {

    @Override
    protected String folder() {
        return "dbf";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new DbfEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(
                new OrderDbfReader(),
                new OrderResponseDbfReader(),
                new DespatchAdviceDbfReader(),
                new InvoiceDbfReader());
    }

    @Override
    protected Set<String> codes() {
        return with("MALFORMED_DBF", "WRONG_CHARSET");
    }
}
