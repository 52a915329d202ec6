package org.koppel.codec.ubl;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** UBL changes, cancellations, answers, despatch advices and receipts: read into documents that survive being stored, or refused with problems. */
class BackOfficeUblFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new UblOrderChangeReader(),
            new UblOrderCancellationReader(),
            new UblOrderResponseReader(),
            new UblDespatchAdviceReader(),
            new UblApplicationResponseReader());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "ubl/order-change.xml",
                        "ubl/order-cancellation.xml",
                        "ubl/back-office-response.xml",
                        "ubl/application-response.xml")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new UblEnvelopeReader(), READERS, message);
    }
}
