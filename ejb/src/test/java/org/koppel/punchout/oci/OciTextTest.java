package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OciTextTest {
    private final OciText latin = new OciText(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 € – “spot” | 5 EUR - \"spot\"",
                "Łódź čšž | Lódz csz",
                "100 Ω ≥ 5 µm² | 100 Ohm >= 5 µm²",
                "hart ♥ vorm | hart vorm"
            })
    void whatLatinOneLacksIsSpeltDifferently(String text, String spelt) {
        assertThat(latin.line(text, 100).replaceAll(" +", " ")).isEqualTo(spelt);
    }

    @Test
    void cuttingLeavesNoHalfCharacter() {
        OciText utf8 = new OciText(StandardCharsets.UTF_8);
        assertThat(utf8.line("abc\uD83D\uDE00def", 4)).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "ISO-8859-15, ISO-8859-15",
        "klingon, ISO-8859-1",
        "'', ISO-8859-1",
        "UTF-16, ISO-8859-1",
        "'\"><x', ISO-8859-1"
    })
    void onlyACharsetThatAFormCanUseIsTaken(String asked, String taken) {
        assertThat(OciText.charset(asked).name()).isEqualTo(taken);
    }

    @Test
    void anIdentifierIsWholeOrNothing() {
        assertThat(latin.identifier("A-1", 3)).isEqualTo("A-1");
        assertThat(latin.identifier("A-10", 3)).isEmpty();
        assertThat(latin.identifier("A€1", 10)).isEmpty();
        assertThat(latin.identifier(null, 10)).isEmpty();
    }
}
