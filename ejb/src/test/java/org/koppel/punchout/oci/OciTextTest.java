package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OciTextTest {
    private final OciText latin = new OciText(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 € – “spot” | 5 EUR - \"spot\"",
                "Łódź čšž | Lódz csz",
                "100 Ω ≥ 5 µm² | 100 Ohm >= 5 µm²",
                "hart ♥ vorm | hart _ vorm"
            })
    void whatLatinOneLacksIsSpeltDifferently(String text, String spelt) {
        assertThat(latin.line(text, 100).replaceAll(" +", " ")).isEqualTo(spelt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1 | ⅜ | 3/8",
                "ISO-8859-1 | kraan 1⅛ inch | kraan 1 1/8 inch",
                "ISO-8859-1 | 1³⁄₈ en 3⁄4 | 1 3/8 en 3/4",
                "ISO-8859-1 | 10⁻³ s⁻¹ 10⁶ | 10^-3 s-1 10^6",
                "ISO-8859-1 | m² x 2½ ± 5 × 4 µm | m² x 2½ ± 5 × 4 µm",
                "ISO-8859-15 | 1½ ⅝2 | 1 1/2 5/8 2",
                "US-ASCII | 3×2,5 ± 1 mm² Straße Ø20 ø Æther | 3x2,5 +/- 1 mm2 Strasse O20 o AEther",
                "US-ASCII | 10² 3·5 H₂O log10₂ 20 °C | 10^2 3*5 H2O log10_2 20 degC",
                "US-ASCII | α=5 Ω≠6 µF ≤ 7 ≥ 8 5① １２ | alpha=5 Ohm!=6 uF <= 7 >= 8 5 1 12",
                "US-ASCII | Жёлтый кабель | Zhyoltyj kabel'"
            })
    void aNumberStaysTheNumberThatItIs(String charset, String text, String spelt) {
        assertThat(new OciText(Charset.forName(charset)).line(text, 100)).isEqualTo(spelt);
    }

    /** Latin, Greek, Cyrillic, punctuation, currencies, numbers, arrows, operators, technical and enclosed signs, shapes. */
    static Stream<Arguments> charactersOfArticles() {
        int[][] blocks = {{0x00A0, 0x052F}, {0x1D00, 0x1FFF}, {0x2000, 0x27BF}, {0x3000, 0x30FF}, {0x3200, 0x33FF}};
        return Stream.of("US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "ISO-8859-7")
                .flatMap(charset -> Arrays.stream(blocks).map(block -> Arguments.of(charset, block[0], block[1])));
    }

    @ParameterizedTest
    @MethodSource("charactersOfArticles")
    void noCharacterIsLostOrChangesANumberNextToIt(String name, int first, int last) {
        Charset charset = Charset.forName(name);
        OciText text = new OciText(charset);
        for (int c = first; c <= last; c++) {
            boolean asks = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .matches(".*[?;\u037e].*");
            if (Character.isDefined(c) && !asks && !isPartOfNeighbour(c)) {
                String spelt = text.line("1" + Character.toString(c) + "2", 1000);
                assertThat(spelt).as("U+%04X", c).doesNotContain("?").matches(expected(c));
                assertThat(charset.newEncoder().canEncode(spelt)).isTrue();
            }
        }
    }

    private static String expected(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? "1.2" : "1[^0-9](.*[^0-9])?2";
    }

    private static boolean isPartOfNeighbour(int c) {
        return List.of(
                        (int) Character.NON_SPACING_MARK,
                        (int) Character.COMBINING_SPACING_MARK,
                        (int) Character.ENCLOSING_MARK,
                        (int) Character.FORMAT,
                        (int) Character.CONTROL)
                .contains(Character.getType(c));
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
