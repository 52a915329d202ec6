package org.koppel.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {

    @ParameterizedTest
    @CsvSource({
        "nl, 10, 10",
        "nl, '2,5', 2.5",
        "nl, 2.5, 2.5",
        "nl, '2,000', 2.000",
        "fr, '1 000', 1000",
        "de, '0,25', 0.25",
        "en, 2.5, 2.5",
        "en, '2,5', 2.5",
        "en, 1.000, 1.000",
        "nl, -1, -1",
        "nl, ' 7 ', 7"
    })
    void numbersAreReadAsTheirWriterMeansThem(String language, String text, BigDecimal quantity) {
        assertThat(QuantityText.read(text, Locale.forLanguageTag(language))).contains(quantity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1e30", "1.000", "1.000,5", "1,2,3", "0x10", "١٢", "12345678901234567", "--1", "1,"})
    void whatIsNoNumberOrCouldMeanTwoIsNotGuessed(String text) {
        assertThat(QuantityText.read(text, Locale.forLanguageTag("nl"))).isEmpty();
    }
}
