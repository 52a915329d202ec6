package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class OrderQuantityTest {

    @ParameterizedTest
    @CsvSource({
        "10, 5, 10",
        "10, 5, 15",
        "1, 1, 9999999",
        "0.5, 0.5, 2.5",
        "5, 2, 6",
    })
    void minimumAndStepAreKept(BigDecimal minimum, BigDecimal step, BigDecimal quantity) {
        assertThat(OrderQuantity.check(offer(minimum, step), quantity)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5, 5, BELOW_MINIMUM, 10",
        "10, 5, 12, NOT_A_STEP, '10,15'",
        "10, 5, 0, NOT_POSITIVE, 10",
        "10, 5, -1, NOT_POSITIVE, 10",
        "1, 1, 1.5, NOT_A_STEP, '1,2'",
        "5, 2, 5, NOT_A_STEP, 6",
        "1, 1, 10000000, TOO_LARGE, 9999999",
        "5, 5, 10000000, TOO_LARGE, 9999995",
        "0.0005, 0.0005, 0.0005, NOT_A_STEP, ''"
    })
    void aRefusalSaysWhyAndProposesWhatCanBeOrdered(
            BigDecimal minimum,
            BigDecimal step,
            BigDecimal quantity,
            QuantityRefusedException.Reason reason,
            String proposals) {
        Offer offer = offer(minimum, step);
        assertThat(OrderQuantity.check(offer, quantity)).contains(reason);
        List<String> proposed = QuantityRefusedException.of(offer, quantity, reason).proposals().stream()
                .map(BigDecimal::toPlainString)
                .toList();
        assertThat(String.join(",", proposed)).isEqualTo(proposals);
    }

    @Test
    void aStepOfZeroMeansOne() {
        assertThat(OrderQuantity.check(offer(BigDecimal.ONE, BigDecimal.ZERO), new BigDecimal("3")))
                .isEmpty();
    }

    static Offer offer(BigDecimal minimum, BigDecimal step) {
        return AnOffer.of("100001", "Kabel")
                .unit(UnitCode.PIECE)
                .steps(minimum, step)
                .price(Price.perUnit(Money.of("1.00", "EUR")))
                .stock(new BigDecimal("100"))
                .leadTimeDays(2)
                .taxPercent(new BigDecimal("21"))
                .build();
    }
}
