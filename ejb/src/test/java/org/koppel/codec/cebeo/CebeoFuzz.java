package org.koppel.codec.cebeo;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** An order or an answer in CebeoXML: read into documents that survive being stored, or refused with problems. */
class CebeoFuzz {
    private static final List<DocumentReader<?>> READERS =
            List.of(new CebeoOrderReader(), new CebeoOrderCancellationReader(), new CebeoOrderResponseReader());

    static Stream<byte[]> seeds() {
        return Stream.of("cebeo/back-office-response.xml", "cebeo-xml-2/out/order.xml", "cebeo/order-delete.xml")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new CebeoEnvelopeReader(), READERS, message);
    }
}
