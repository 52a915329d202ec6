package org.koppel.codec.cxml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** cXML changes, cancellations, confirmations, ship notices and receipts: read into documents that survive being stored, or refused with problems. */
class BackOfficeCxmlFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new CxmlOrderChangeReader(),
            new CxmlOrderCancellationReader(),
            new CxmlOrderResponseReader(),
            new CxmlDespatchAdviceReader(),
            new CxmlStatusUpdateReader());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "cxml-1.2/out/order.xml",
                        "cxml/order-update.xml",
                        "cxml/order-delete.xml",
                        "cxml/back-office-response.xml",
                        "cxml/back-office-despatch.xml",
                        "cxml/broken-response.xml")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new CxmlEnvelopeReader(), READERS, message);
    }
}
