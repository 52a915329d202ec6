package org.koppel.codec.x12;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** An X12 interchange of orders, changes, answers, ship notices and receipts: read into documents that survive being stored, or refused with problems. */
class X12Fuzz {
    private static final List<DocumentReader<?>> READERS = List.of(new X12Reader());

    static Stream<byte[]> seeds() {
        return Stream.of("x12/order-full.x12", "x12/order-changes.x12", "x12/back-office.x12", "x12/receipts.x12")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new X12EnvelopeReader(), READERS, message);
    }
}
