package org.koppel.codec.own;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** Our own JSON: read into documents that survive being stored, or refused with problems. */
class OwnJsonFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new OwnJsonOrderReader(),
            new OwnJsonOrderChangeReader(),
            new OwnJsonOrderCancellationReader(),
            new OwnJsonOrderResponseReader(),
            new OwnJsonDespatchAdviceReader());

    static Stream<byte[]> seeds() {
        return Stream.of("own/order-full.json", "own/order-response-minimal.json", "own/despatch-advice-minimal.json")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new OwnJsonEnvelopeReader(), READERS, message);
    }
}
