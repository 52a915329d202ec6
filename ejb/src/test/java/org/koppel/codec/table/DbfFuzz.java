package org.koppel.codec.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** Any document in DBF: read into documents that survive being stored, or refused with problems. */
class DbfFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new OrderResponseDbfReader(), new DespatchAdviceDbfReader(), new OrderDbfReader(), new InvoiceDbfReader());

    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(
                Tables.dbf(BackOfficeDocuments.golden("csv/order-messages.csv"), ';'),
                Tables.dbf(BackOfficeDocuments.golden("csv/order-default.csv"), ','));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new DbfEnvelopeReader(), READERS, message);
    }
}
