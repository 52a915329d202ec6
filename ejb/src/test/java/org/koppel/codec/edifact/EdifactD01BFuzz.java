package org.koppel.codec.edifact;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.fuzz.FuzzedDocuments;

/** An EDIFACT interchange of D.01B: read into documents that survive being stored, or refused with problems. */
class EdifactD01BFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of("order-d01b", "order-full", "order-changes", "back-office", "invoice")
                .map(f -> new String(BackOfficeDocuments.golden("edifact/" + f + ".edi"), StandardCharsets.ISO_8859_1)
                        .replace(":D:96A:", ":D:01B:")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new EdifactD01BEnvelopeReader(), List.of(new EdifactD01BReader()), message);
    }
}
