package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;

/** Answers and despatch advices as a back office sends them. */
class BackOfficeEdifactTest {
    private final EdifactD96AReader reader = new EdifactD96AReader();

    @Test
    void anAnswerIsReadLineByLine() throws Exception {
        OrderResponse answer = (OrderResponse) both().get(0);

        assertThat(answer.number().value()).isEqualTo("SO-88001");
        assertThat(answer.order().value()).isEqualTo("4711");
        assertThat(answer.buyer().gln()).isEqualTo("5412345000006");
        assertThat(answer.lines()).extracting(OrderResponseLine::number).containsExactly("10", "20", "30");
        assertThat(answer.lines())
                .extracting(OrderResponseLine::status)
                .containsExactly(LineStatus.ACCEPTED, LineStatus.CHANGED, LineStatus.REJECTED);
        OrderResponseLine second = answer.lines().get(1);
        assertThat(second.confirmed().value()).isEqualByComparingTo("5");
        assertThat(second.deliveryDate()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(second.backordered().value()).isEqualByComparingTo("3");
        assertThat(second.backorderDate()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(second.price().baseQuantity()).isEqualByComparingTo("100");
        assertThat(answer.lines().get(2).reasons()).extracting(Reason::text).containsExactly("No longer sold");
    }

    @Test
    void aDespatchAdviceIsReadWithItsPackages() throws Exception {
        DespatchAdvice advice = (DespatchAdvice) both().get(1);

        assertThat(advice.number().value()).isEqualTo("LS-10077");
        assertThat(advice.buyer().address().id()).isEqualTo("bouwgroep");
        assertThat(advice.despatchedOn()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(advice.carrier()).isEqualTo(new DespatchAdvice.Carrier("Snel", "SNEL", "T-123"));
        assertThat(advice.packages())
                .extracting(DespatchAdvice.HandlingUnit::sscc)
                .containsExactly("354123450000000014");
        assertThat(advice.lines()).extracting(DespatchLine::orderLine).containsExactlyInAnyOrder("10", "30");
        assertThat(advice.lines().stream()
                        .filter(l -> l.orderLine().equals("10"))
                        .map(DespatchLine::sscc))
                .containsExactly("354123450000000014");
    }

    private List<Document> both() throws Exception {
        return read(reader, golden("edifact/back-office.edi"));
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        assertSame(
                (OrderResponse)
                        read(reader, written(new EdifactD96AOrderResponseWriter(), response, "edifact.syntax", "UNOY"))
                                .get(0),
                response);
        assertSame(
                (DespatchAdvice) read(reader, written(new EdifactD96ADespatchAdviceWriter(), advice))
                        .get(0),
                advice);
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(codes("broken-back-office-response.edi"))
                .containsExactly(
                        "UNSUPPORTED_FUNCTION",
                        "MISSING_FIELD",
                        "UNSUPPORTED_FUNCTION",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "DUPLICATE_LINE_NUMBER",
                        "UNREADABLE_DATE",
                        "BAD_CHARACTER",
                        "NUMBER_OUT_OF_RANGE",
                        "UNREADABLE_NUMBER",
                        "UNKNOWN_UNIT",
                        "UNKNOWN_CURRENCY",
                        "QUANTITY_NOT_POSITIVE");
        assertThat(codes("broken-back-office-despatch.edi"))
                .containsExactly(
                        "UNSUPPORTED_FUNCTION",
                        "SEVERAL_ORDERS",
                        "QUANTITY_NOT_POSITIVE",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "MISSING_FIELD",
                        "MISSING_FIELD");
    }

    private static List<String> codes(String file) {
        return EdifactGolden.read(file).problems.stream().map(Problem::code).toList();
    }
}
