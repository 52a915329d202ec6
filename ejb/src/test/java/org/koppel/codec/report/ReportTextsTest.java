package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.shared.Quantity;

class ReportTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de"})
    void everyLanguageHasItsOwnWordForEveryText(String language) {
        ReportTexts english = ReportTexts.of("en", null);
        ReportTexts other = ReportTexts.of(language, null);

        assertThat(new TreeSet<>(other.bundle().keySet()))
                .isEqualTo(new TreeSet<>(english.bundle().keySet()));
        assertThat(other.get("title")).isNotEqualTo(english.get("title"));
    }

    @ParameterizedTest
    @CsvSource({"nl,,nl-BE", "nl,NL,nl-NL", "fr,FR,fr-FR", "de,DE,de-DE", "en,US,en-US", "nl,PL,nl-BE", "es,ES,en-GB"})
    void theRegionIsTheReadersWhereTheLanguageIsSpoken(String language, String country, String locale) {
        assertThat(ReportTexts.of(language, country).locale()).hasToString(locale.replace('-', '_'));
    }

    @ParameterizedTest
    @CsvSource({
        "nl,1,H87,1 stuk",
        "nl,2,H87,2 stuks",
        "nl,1.5,XBX,'1,5 dozen'",
        "fr,1.5,XBX,'1,5 boîte'",
        "fr,2,XBX,2 boîtes",
        "de,1000,MTR,1.000 m",
        "en,3,XPK,3 packs",
        "en,3,ZZ,3 ZZ"
    })
    void quantitiesAreCountedAsPeopleDo(String language, String value, String unit, String shown) {
        Figures figures = new Figures(ReportTexts.of(language, null), "EUR");

        assertThat(figures.quantity(Quantity.of(value, unit)).replace('\u00a0', ' '))
                .isEqualTo(shown);
    }
}
