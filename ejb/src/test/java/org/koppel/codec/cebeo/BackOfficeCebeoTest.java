package org.koppel.codec.cebeo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;

/** Answers of a back office in CebeoXML. */
class BackOfficeCebeoTest {
    private final CebeoOrderResponseReader reader = new CebeoOrderResponseReader();

    @Test
    void anAnswerIsReadLineByLine() throws Exception {
        OrderResponse answer = answer(golden("cebeo/back-office-response.xml"));

        assertThat(answer.number().value()).isEqualTo("SO-88001");
        assertThat(answer.lines()).extracting(OrderResponseLine::number).containsExactly("10", "20", "30");
        OrderResponseLine second = answer.lines().get(1);
        assertThat(second.price().amount().amount()).isEqualByComparingTo("0.825");
        assertThat(second.deliveryDate()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(second.backorderDate()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(answer.lines().get(2).status()).isEqualTo(LineStatus.REJECTED);
        assertThat(answer.lines().get(2).reasons()).extracting(Reason::text).containsExactly("No longer sold");
    }

    @Test
    void theWholeIsRefusedWithItsMessage() throws Exception {
        OrderResponse refused = answer(golden("cebeo/back-office-refused.xml"));

        assertThat(refused.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(refused.reasons()).extracting(Reason::text).containsExactly("Credit limit");
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();

        assertSame(answer(written(new CebeoOrderResponseWriter(), response)), response);
    }

    @Test
    void itIsToldFromARequestAndNamesNobody() throws Exception {
        Envelope envelope =
                new CebeoEnvelopeReader().read(new ByteArrayInputStream(golden("cebeo/back-office-response.xml")));

        assertThat(envelope.documentClass()).contains(OrderResponse.class);
        assertThat(envelope.senders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-response.xml|MISSING_FIELD MISSING_FIELD UNREADABLE_NUMBER UNKNOWN_UNIT UNREADABLE_DATE"
                        + " TEXT_TOO_LONG DUPLICATE_LINE_NUMBER",
                "broken-response-empty.xml|MISSING_FIELD MISSING_FIELD"
            })
    void everythingThatIsWrongIsNamed(String file, String codes) {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(reader, golden("cebeo/" + file)));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly(codes.split(" "));
    }

    private OrderResponse answer(byte[] content) throws Exception {
        return (OrderResponse) read(reader, content).get(0);
    }
}
