package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

class ApplicationResponseTest {

    @Test
    void aRejectionNamesTheDocumentAndEveryReason() throws Exception {
        assertThat(read(golden()))
                .isEqualTo(new PartnerReceipt(
                        new DocumentNumber("MLR-1"),
                        "ApplicationResponse",
                        null,
                        new DocumentNumber("OR-4711"),
                        false,
                        List.of("A rule was broken", "PEPPOL-T76-R001")));
    }

    @Test
    void everyOtherCodeMeansThatItWasReceived() throws Exception {
        assertThat(read(golden().replace(">RE<", ">AB<")).accepted()).isTrue();
    }

    @Test
    void theCodeOfTheDocumentTellsItsType() throws Exception {
        String coded = golden().replace(
                        "<cbc:ID>OR-4711</cbc:ID>",
                        "<cbc:ID>OR-4711</cbc:ID><cbc:DocumentTypeCode>380</cbc:DocumentTypeCode>");

        assertThat(read(coded).answeredType()).isEqualTo("Invoice");
        assertThat(read(coded).answers()).isEqualTo(new DocumentNumber("OR-4711"));
    }

    @Test
    void itsSenderIsWhoAnswers() throws Exception {
        Envelope envelope =
                new PeppolEnvelopeReader().read(new ByteArrayInputStream(golden().getBytes(StandardCharsets.UTF_8)));

        assertThat(envelope.senders()).containsExactly(new Envelope.Identity("0088", "5412345000013"));
        assertThat(envelope.documentClass()).contains(PartnerReceipt.class);
    }

    @Test
    void whatItAnswersMustBeNamed() {
        String nameless = golden().replace("<cbc:ID>OR-4711</cbc:ID>", "");

        assertThat(catchThrowableOfType(DocumentException.class, () -> read(nameless))
                        .problems())
                .extracting(Problem::location)
                .containsExactly("DocumentResponse/DocumentReference/ID");
    }

    private static PartnerReceipt read(String xml) throws Exception {
        List<PartnerReceipt> receipts = new ArrayList<>();
        new PeppolApplicationResponseReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        receipts::add);
        return receipts.get(0);
    }

    private static String golden() {
        try (InputStream in =
                ApplicationResponseTest.class.getResourceAsStream("/golden/ubl/application-response.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
