package org.koppel.codec.own;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** Our own XML: read into documents that survive being stored, or refused with problems. */
class OwnXmlFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new OwnXmlOrderReader(),
            new OwnXmlOrderChangeReader(),
            new OwnXmlOrderCancellationReader(),
            new OwnXmlOrderResponseReader(),
            new OwnXmlDespatchAdviceReader());

    static Stream<byte[]> seeds() {
        return Stream.of("own/order-full.xml", "own/order-response-minimal.xml", "own/despatch-advice-minimal.xml")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new OwnXmlEnvelopeReader(), READERS, message);
    }
}
