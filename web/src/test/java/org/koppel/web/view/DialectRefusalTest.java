package org.koppel.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.koppel.punchout.oci.DialectProblem;
import org.koppel.punchout.oci.DialectRefusedException;
import org.koppel.punchout.oci.DialectYaml;
import org.koppel.punchout.oci.Profiles;

class DialectRefusalTest {

    @ParameterizedTest
    @EnumSource(DialectProblem.class)
    void everyProblemHasWordsInEveryLanguage(DialectProblem problem) {
        for (String language : Texts.LANGUAGES) {
            assertThat(Texts.of("console", language).has("dialect.problem." + problem))
                    .as(language)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | fields[1].from: SECRET is geen van ARTICLE, ",
                "fr | fields[1].from: SECRET ne fait pas partie de ARTICLE, ",
                "de | fields[1].from: SECRET ist keines von ARTICLE, ",
                "en | fields[1].from: SECRET is none of ARTICLE, "
            })
    void aRefusalSaysItsPlaceAndReasonInTheReadersLanguage(String language, String begins) {
        assertThat(DialectRefusal.text(refused("fields: [{name: UNIT, from: SECRET}]"), language))
                .startsWith(begins)
                .contains("1).");
    }

    @Test
    void aReaderOfDutchReadsNoEnglish() {
        assertThat(DialectRefusal.text(refused("base: nowhere"), "nl"))
                .startsWith("base: Dat profiel bestaat niet. Er zijn: generic-oci, ");
        assertThat(DialectRefusal.text(refused("["), "nl")).startsWith("Dit is niet als YAML te lezen (regel ");
    }

    private static DialectRefusedException refused(String yaml) {
        return catchThrowableOfType(DialectRefusedException.class, () -> Profiles.resolved(DialectYaml.read(yaml)));
    }
}
