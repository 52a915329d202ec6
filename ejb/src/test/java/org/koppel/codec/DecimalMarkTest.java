package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "5,000", "12.500", "999,999"})
    void threeDigitsBehindTheOnlyMarkMayBeThousandsOrDecimals(String text) {
        assertThat(DecimalMark.isAmbiguous(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1000",
                "1.0",
                "1.00",
                "1.0000",
                "0.125",
                "0,000",
                "1234.500",
                "1.000.000",
                "1.000,5",
                "many"
            })
    void everythingElseIsTold(String text) {
        assertThat(DecimalMark.isAmbiguous(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.125, 1.1250",
        "-1.125, -1.1250",
        "0.125, 0.125",
        "1.5, 1.5",
        "1000, 1000",
        "1000.125, 1000.125",
        "1E+3, 1000"
    })
    void aNumberIsWrittenSoThatItIsTold(BigDecimal number, String text) {
        assertThat(DecimalMark.written(number)).isEqualTo(text);
    }

    @Test
    void theCureNamesBothNumbers() {
        assertThat(DecimalMark.cure("5,000")).contains("\"5,000\"", "5000", "5,0000");
    }
}
