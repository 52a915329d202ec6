package org.koppel.codec.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** Any document in CSV: read into documents that survive being stored, or refused with problems. */
class CsvFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new OrderResponseCsvReader(), new DespatchAdviceCsvReader(), new OrderCsvReader(), new InvoiceCsvReader());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "csv/back-office-responses.csv",
                        "csv/back-office-despatch.csv",
                        "csv/out/order.csv",
                        "csv/order-messages.csv",
                        "csv/back-office-invoice.csv")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new CsvEnvelopeReader(), READERS, message);
    }
}
