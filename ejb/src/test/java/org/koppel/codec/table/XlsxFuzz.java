package org.koppel.codec.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** Any document in XLSX: read into documents that survive being stored, or refused with problems. */
class XlsxFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new OrderResponseXlsxReader(),
            new DespatchAdviceXlsxReader(),
            new OrderXlsxReader(),
            new InvoiceXlsxReader());

    static Stream<byte[]> seeds() throws IOException {
        return Stream.of(
                Tables.xlsx(BackOfficeDocuments.golden("csv/back-office-responses.csv"), ';'),
                Tables.xlsx(BackOfficeDocuments.golden("csv/order-default.csv"), ','));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new XlsxEnvelopeReader(), READERS, message);
    }
}
