package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;

/** One answer and one despatch advice, which a back office may send in every format: what is read of them. */
public abstract class BackOfficeContract {

    /** The golden file of the format, read. */
    protected abstract List<Document> both() throws Exception;

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
}
