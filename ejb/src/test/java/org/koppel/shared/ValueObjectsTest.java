package org.koppel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueObjectsTest {

    @Test
    void aDocumentNumberHasNoBlanksAroundItAndKeepsItsCase() {
        assertThat(new DocumentNumber(" Po-1 ").value()).isEqualTo("Po-1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t"})
    void anEmptyDocumentNumberIsNone(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentNumber(value));
    }

    @Test
    void moneyKeepsItsDecimalsUntilItIsRounded() {
        Money price = Money.of("1.005", "EUR");

        assertThat(price.times(new BigDecimal("3")).amount()).isEqualTo("3.015");
        assertThat(price.rounded()).isEqualTo(Money.of("1.01", "EUR"));
        assertThat(price.toString()).isEqualTo("1.005 EUR");
    }

    @Test
    void moneyOfTwoCurrenciesIsNotAdded() {
        assertThat(Money.of("1", "EUR").plus(Money.of("2.50", "EUR"))).isEqualTo(Money.of("3.50", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.zero("EUR").plus(Money.zero("USD")))
                .withMessage("Cannot add USD to EUR");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "eur", "EURO", "E1R"})
    void moneyNeedsACurrencyOfThreeCapitals(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, currency));
    }

    @Test
    void aQuantityMayBeZeroButNotLess() {
        assertThat(Quantity.of("0.000", "H87").isZero()).isTrue();
        assertThat(Quantity.of("0.001", "H87").isZero()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("-1", "H87"));
    }

    @Test
    void aPartyIdIsLowerCaseAndHasNoBlanks() {
        assertThat(new PartyId("BouwGroep").value()).isEqualTo("bouwgroep");
        assertThatIllegalArgumentException().isThrownBy(() -> new PartyId("bouw groep"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartyId("a".repeat(61)));
    }
}
