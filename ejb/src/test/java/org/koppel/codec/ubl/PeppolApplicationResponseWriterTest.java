package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.SUPPLIER;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.assertSame;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.text;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.written;

import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;

/** A back office is told by the message level response of Peppol which of its documents was refused, and why. */
class PeppolApplicationResponseWriterTest {
    private final PeppolApplicationResponseWriter writer = new PeppolApplicationResponseWriter();
    private final FormatSettings settings = FormatSettings.DEFAULT.of(SUPPLIER);

    PeppolApplicationResponseWriterTest() {
        writer.rules = new PeppolRules();
    }

    @Test
    void itStaysAsItWas() throws Exception {
        assertSame("ubl/peppol-application-response-out.xml", written(writer, refused("DespatchAdvice"), settings));
    }

    @Test
    void itIsReadAgainWithEveryReason() throws Exception {
        byte[] xml = written(writer, refused("DespatchAdvice"), settings);
        PartnerReceipt receipt = (PartnerReceipt) BackOfficeDocuments.read(new PeppolApplicationResponseReader(), xml)
                .get(0);
        PeppolEnvelopeReader envelopes = new PeppolEnvelopeReader();

        assertThat(receipt)
                .isEqualTo(new PartnerReceipt(
                        new DocumentNumber("AR-1"),
                        "ApplicationResponse",
                        null,
                        new DocumentNumber("LS-10077"),
                        false,
                        List.of(
                                "QUANTITY_EXCEEDS_ORDER line 10: Of line 10 only 4 are left to despatch.",
                                "ORDER_UNKNOWN: There is no such order."),
                        "DespatchAdvice",
                        false));
        assertThat(envelopes.recognises(null, xml)).isTrue();
        assertThat(envelopes.read(new ByteArrayInputStream(xml)).senders())
                .containsExactly(new Envelope.Identity("0208", "0987654394"));
    }

    @Test
    void everyTypeOfDocumentCanBeRefused() throws Exception {
        for (String type : List.of("OrderResponse", "Invoice", "PartnerReceipt")) {
            assertThat(text(written(writer, refused(type), settings))).contains("<cbc:ID>LS-10077</cbc:ID>");
        }
    }

    @Test
    void anotherReceiverCanBeAgreed() throws Exception {
        FormatSettings agreed =
                new FormatSettings("en", Map.of("receiver-endpoint", "0088:5412345000013")).of(SUPPLIER);

        assertThat(text(written(writer, refused("Invoice"), agreed)))
                .contains("<cac:ReceiverParty><cbc:EndpointID schemeID=\"0088\">5412345000013<");
    }

    @Test
    void aCustomerIsToldAtItsOwnAddressOfAnOrder() throws Exception {
        ApplicationResponse r = refused("Order");
        ApplicationResponse told = new ApplicationResponse(
                r.number(),
                r.issuedAt(),
                r.answered(),
                r.answeredType(),
                r.message(),
                r.test(),
                r.findings(),
                new Party("De Linde", null, "BE0123456749", null, null));

        assertThat(text(written(writer, told, settings)))
                .contains("<cac:ReceiverParty><cbc:EndpointID schemeID=\"0208\">0123456749<")
                .contains("<cbc:DocumentTypeCode>220</cbc:DocumentTypeCode>");
    }

    @Test
    void withoutAnElectronicAddressOfTheSupplierItIsRefusedWithThePlace() {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> written(writer, refused("Invoice"), FormatSettings.DEFAULT));

        assertThat(refused.problems()).extracting(Problem::location).containsExactly("SenderParty/Party/EndpointID");
    }

    private static ApplicationResponse refused(String type) {
        return new ApplicationResponse(
                new DocumentNumber("AR-1"),
                OffsetDateTime.parse("2026-01-12T14:30:00Z"),
                new DocumentNumber("LS-10077"),
                type,
                "77",
                false,
                List.of(
                        new Finding("QUANTITY_EXCEEDS_ORDER", "line 10", "Of line 10 only 4 are left to despatch."),
                        new Finding("ORDER_UNKNOWN", null, "There is no such order.")));
    }
}
