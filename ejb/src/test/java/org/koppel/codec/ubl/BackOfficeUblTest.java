package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.Envelope;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;

/** UBL order responses and despatch advices as a back office sends them. */
class BackOfficeUblTest {
    private final UblOrderResponseReader responses = new UblOrderResponseReader();
    private final UblDespatchAdviceReader advices = new UblDespatchAdviceReader();

    @Test
    void aResponseIsReadLineByLine() throws Exception {
        OrderResponse read = BackOfficeUblTest.<OrderResponse>only(responses, golden("ubl/back-office-response.xml"));

        assertThat(read.order().value()).isEqualTo("4711");
        assertThat(read.buyer().gln()).isEqualTo("5412345000006");
        assertThat(read.lines()).extracting(OrderResponseLine::number).containsExactly("10", "20", "30");
        assertThat(read.lines())
                .extracting(OrderResponseLine::status)
                .containsExactly(LineStatus.ACCEPTED, LineStatus.CHANGED, LineStatus.REJECTED);
        OrderResponseLine second = read.lines().get(1);
        assertThat(second.deliveryDate()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(second.backorderDate()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(second.price().baseQuantity()).isEqualByComparingTo("100");
        assertThat(read.lines().get(2).reasons()).extracting(Reason::text).containsExactly("No longer sold");
    }

    @Test
    void theWholeIsTakenOrRefusedWithoutLines() throws Exception {
        OrderResponse refused =
                BackOfficeUblTest.<OrderResponse>only(responses, golden("ubl/back-office-response-refused.xml"));

        assertThat(refused.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(refused.lines()).isEmpty();
        assertThat(refused.buyer().address().id()).isEqualTo("bouwgroep");
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        assertSame(
                BackOfficeUblTest.<OrderResponse>only(responses, written(new UblOrderResponseWriter(), response)),
                response);
        DespatchAdvice advice = DespatchAdvices.anAdvice();
        assertSame(
                BackOfficeUblTest.<DespatchAdvice>only(advices, written(new UblDespatchAdviceWriter(), advice)),
                advice);
    }

    @Test
    void aPriceForAnotherMeasureThanIsConfirmedIsRefused() throws Exception {
        byte[] byWeight = new String(golden("ubl/back-office-response.xml"), StandardCharsets.UTF_8)
                .replace("<cbc:BaseQuantity unitCode=\"H87\">100<", "<cbc:BaseQuantity unitCode=\"KGM\">1<")
                .getBytes(StandardCharsets.UTF_8);

        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(responses, byWeight));

        assertThat(refused.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("UNSUPPORTED_VALUE");
            assertThat(p.location()).startsWith("line at position 2, LineItem/Price/BaseQuantity/@unitCode (row ");
        });
    }

    @Test
    void anInvoicesPriceForAnotherMeasureThanIsBilledIsRefused() throws Exception {
        byte[] byWeight = new String(golden("ubl/invoice.xml"), StandardCharsets.UTF_8)
                .replaceFirst("<cbc:BaseQuantity unitCode=\"[^\"]*\">", "<cbc:BaseQuantity unitCode=\"KGM\">")
                .getBytes(StandardCharsets.UTF_8);

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(new UblInvoiceReader(), byWeight));

        assertThat(refused.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("UNSUPPORTED_VALUE");
            assertThat(p.location()).contains("Price/BaseQuantity/@unitCode (row ");
        });
    }

    @Test
    void theSellerIsWhoSendsThem() throws Exception {
        Envelope envelope =
                new UblEnvelopeReader().read(new ByteArrayInputStream(golden("ubl/back-office-response.xml")));

        assertThat(envelope.documentClass()).contains(OrderResponse.class);
        assertThat(envelope.senders()).containsExactly(new Envelope.Identity("0088", "5412345999997"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-response-nothing.xml|MISSING_FIELD MISSING_FIELD MISSING_FIELD",
                "broken-response-code.xml|UNSUPPORTED_FUNCTION",
                "broken-response-lines.xml|UNSUPPORTED_FUNCTION MISSING_FIELD UNKNOWN_UNIT UNREADABLE_NUMBER"
                        + " NUMBER_OUT_OF_RANGE UNREADABLE_DATE DUPLICATE_LINE_NUMBER UNKNOWN_CURRENCY"
                        + " QUANTITY_NOT_POSITIVE MISSING_FIELD",
                "broken-response-root.xml|WRONG_ROOT",
                "broken-response-cut.xml|MALFORMED_XML",
                "broken-despatch.xml|SEVERAL_ORDERS MISSING_FIELD MISSING_FIELD QUANTITY_NOT_POSITIVE"
                        + " UNREADABLE_DATE TEXT_TOO_LONG",
                "broken-despatch-empty.xml|MISSING_FIELD"
            })
    void everythingThatIsWrongIsNamed(String file, String codes) {
        DocumentReader<?> reader = file.contains("despatch") ? advices : responses;

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(reader, golden("ubl/" + file)));

        assertThat(refused.problems()).extracting(Problem::code).containsExactlyInAnyOrder(codes.split(" "));
    }

    private static <T extends Document> T only(DocumentReader<?> reader, byte[] content) throws Exception {
        return BackOfficeDocuments.<T>read(reader, content).get(0);
    }
}
