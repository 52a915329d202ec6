package org.koppel.codec.own;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.fuzz.FuzzedDocuments;

/** {@code koppel-order}: read into an order that survives being stored, or refused with problems. */
class OwnOrderFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of("own/broken-koppel-order-quantity-not-positive.json", "own/broken-koppel-order-bad-value.json")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new OwnEnvelopeReader(), List.of(new OwnOrderReader()), message);
    }
}
