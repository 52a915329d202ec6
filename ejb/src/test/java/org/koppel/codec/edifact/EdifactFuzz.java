package org.koppel.codec.edifact;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** An EDIFACT interchange of orders, changes, answers, despatch advices and receipts: read into documents that survive being stored, or refused with problems. */
class EdifactFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(new EdifactD96AReader());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "edifact/order-full.edi",
                        "edifact/order-changes.edi",
                        "edifact/back-office.edi",
                        "edifact/receipts.edi",
                        "edifact/interchange-one-bad.edi")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new EdifactD96AEnvelopeReader(), READERS, message);
    }
}
