package org.koppel.codec.cxml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentReader;
import org.koppel.fuzz.FuzzedDocuments;

/** cXML other than orders and punch-out: read into documents that survive being stored, or refused with problems. */
class CxmlDocumentsFuzz {
    private static final List<DocumentReader<?>> READERS = List.of(
            new CxmlOrderChangeReader(),
            new CxmlOrderCancellationReader(),
            new CxmlOrderResponseReader(),
            new CxmlDespatchAdviceReader(),
            new CxmlInvoiceReader(),
            new CxmlStatusUpdateReader(),
            new CxmlServiceProfileRequestReader());

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "cxml/order-update.xml",
                        "cxml/order-delete.xml",
                        "cxml/back-office-response.xml",
                        "cxml/back-office-despatch.xml",
                        "cxml/broken-invoice-total-wrong.xml",
                        "cxml/status-update.xml",
                        "cxml/profile-request.xml",
                        "cxml/broken-change-unreadable-file.mime")
                .map(BackOfficeDocuments::golden);
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        FuzzedDocuments.check(new CxmlEnvelopeReader(), READERS, message);
    }
}
