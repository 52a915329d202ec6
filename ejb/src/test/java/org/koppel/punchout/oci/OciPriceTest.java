package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.document.Price;
import org.koppel.shared.Money;

class OciPriceTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, 1, 12.5, 1",
        "12.500000, 1, 12.5, 1",
        "0.1234, 1, 1.234, 10",
        "0.000123, 1, 0.123, 1000",
        "12.3456, 100, 123.456, 1000",
        "1000, 100, 1000, 100",
        "5, 0.5, 50, 5",
        "1.0001, 50000, 1, 50000",
        "99999999999.999, 1, 99999999999.999, 1",
        "0, 1, 0, 1",
        "10, 250000, 0.004, 100",
        "10, 0.3333333, 300000.03, 10000"
    })
    void priceAndPriceUnitFitTheirFields(BigDecimal amount, BigDecimal base, String price, String unit) {
        OciPrice given = OciPrice.of(new Price(new Money(amount, "EUR"), base));
        assertThat(given).isEqualTo(new OciPrice(price, unit));
        assertThat(given.price()).matches("\\d{1,11}(\\.\\d{1,3})?");
        assertThat(given.unit()).matches("\\d{1,5}");
    }

    @Test
    void aNumberOfTwelveDigitsIsRefusedRatherThanCut() {
        assertThatThrownBy(() -> OciPrice.decimal(new BigDecimal("100000000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "2.000, 2", "0.5, 0.5", "1.2345, 1.235"})
    void decimalsHaveAPointAndNoExponent(BigDecimal value, String text) {
        assertThat(OciPrice.decimal(value)).isEqualTo(text);
    }
}
