package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;

class FittingTest {
    private static final Place DESCRIPTION = new Place(Kind.DESCRIPTION, "DESCRIPT", 10);

    private final List<Shortening> notes = new ArrayList<>();
    private final Fitting refusing = new Fitting(FormatSettings.DEFAULT.telling(notes::add));
    private final Fitting shortening =
            new Fitting(new FormatSettings("en", Map.of(Fitting.OPTION, Fitting.SHORTENED)).telling(notes::add));

    @Test
    void aTextThatFitsStaysAsItIs() throws DocumentException {
        assertThat(refusing.text("0123456789", DESCRIPTION)).isEqualTo("0123456789");
        assertThat(refusing.text(null, DESCRIPTION)).isNull();
        refusing.throwIfAny();
        assertThat(notes).isEmpty();
    }

    @Test
    void withoutAnAgreementALongerTextIsRefusedWithItsLineAndField() {
        refusing.inLine("3");
        refusing.text("01234567890", DESCRIPTION);

        assertThat(notes).isEmpty();
        assertThatThrownBy(refusing::throwIfAny)
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(
                        "TOO_LONG at line 3, DESCRIPT: The value has 11 characters and the field takes 10");
    }

    @Test
    void asAgreedALongerTextIsShortenedAndNoted() throws DocumentException {
        shortening.inLine("3");
        assertThat(shortening.text("Cable, copper", DESCRIPTION)).isEqualTo("Cable, cop");
        shortening.inLine(null);
        assertThat(shortening.text("Bouwgroep De Smet", DESCRIPTION)).isEqualTo("Bouwgroep");

        shortening.throwIfAny();
        assertThat(notes)
                .containsExactly(
                        new Shortening("3", Kind.DESCRIPTION, "DESCRIPT", 10, 13),
                        new Shortening(null, Kind.DESCRIPTION, "DESCRIPT", 9, 17));
    }

    @Test
    void whatIsNoTextForPeopleIsRefusedWhateverWasAgreed() {
        shortening.exact(10, 10, "line 3, ORDER", "shorten it");
        shortening.exact(11, 10, "line 3, ORDER", "shorten it");

        assertThat(notes).isEmpty();
        assertThat(shortening.refused())
                .containsExactly(new Problem(
                        "TOO_LONG", "line 3, ORDER", "The value has 11 characters and the field takes 10; shorten it"));
    }

    @Test
    void anAgreementThatNobodyKnowsRefuses() {
        Fitting odd = new Fitting(new FormatSettings("en", Map.of(Fitting.OPTION, "maybe")));
        odd.text("01234567890", DESCRIPTION);
        assertThat(odd.refused()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë, 3, Zoë",
        "Zoe\u0308x, 3, Zo", // e and its dots are two
        "Zoe\u0308x, 4, Zoe\u0308",
        "a\uD83D\uDE00b, 2, a", // a face is two
        "a\uD83D\uDE00b, 3, a\uD83D\uDE00",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67x, 8, \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // a
        // family, joined
        "a\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67x, 8, a",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67x, 6, \uD83D\uDC68\u200D\uD83D\uDC69\u200D" // where none fits
        // whole
    })
    void nothingIsCutWithinACharacter(String text, int width, String beginning) {
        assertThat(Fitting.beginning(text, width)).isEqualTo(beginning);
    }

    @Test
    void aTextIsPartedOverItsPlacesAndShortenedWhereTheyEnd() {
        Place street = new Place(Kind.STREET, "N3 ST", 10, 2);

        assertThat(EdiTexts.pieces("Dokweg 14, poort 3 achteraan", street, shortening))
                .containsExactly("Dokweg 14,", "poort 3");
        assertThat(notes).containsExactly(new Shortening(null, Kind.STREET, "N3 ST", 18, 28));
        assertThat(EdiTexts.pieces("xxxxxxxxxa\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 11))
                .containsExactly("xxxxxxxxxa", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");
    }
}
