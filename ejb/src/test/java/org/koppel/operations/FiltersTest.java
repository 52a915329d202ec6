package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
    private static final List<String> KNOWN = List.of("PARKED", "RETRY");

    @Test
    void statusesAreTakenInAnyCaseAndSeveralAtOnce() {
        assertThat(Filters.statuses("parked, Retry", KNOWN)).containsExactly("PARKED", "RETRY");
        assertThat(Filters.statuses(" ", KNOWN)).isNull();
    }

    @Test
    void anUnknownStatusIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Filters.statuses("LOST", KNOWN))
                .isInstanceOf(InvalidFilterException.class)
                .hasMessage("\"LOST\" is no value for status: use one of PARKED, RETRY");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void limitsOutsideOneToTwoHundredAreRefused(int limit) {
        assertThatThrownBy(() -> Filters.limit(limit)).isInstanceOf(InvalidFilterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T00:00:00Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void yearsThatTheDatabaseDoesNotKnowAreRefusedByNameOfTheParameter(String time) {
        Instant impossible = Instant.parse(time);
        assertThatThrownBy(() -> new ListFilter(null, null, null, null, impossible, null, null))
                .isInstanceOf(InvalidFilterException.class)
                .extracting(e -> ((InvalidFilterException) e).parameter())
                .isEqualTo("to");
    }

    @Test
    void theLanguageOfADocumentIsOneOfFourOrTheDocumentsOwn() {
        assertThat(DocumentFormats.language(" FR ")).isEqualTo("fr");
        assertThat(DocumentFormats.language("")).isNull();
        assertThatThrownBy(() -> DocumentFormats.language("klingon"))
                .hasMessage("\"klingon\" is no value for language: use one of nl, fr, de, en");
    }

    @Test
    void aPrefixMatchesItsOwnWildcardsLiterally() {
        assertThat(Filters.prefix("A_1%\\")).isEqualTo("a\\_1\\%\\\\%");
        assertThat(Filters.prefix("  ")).isNull();
    }

    @Test
    void anIdIsRecognisedAndOtherTextIsNot() {
        UUID id = UUID.randomUUID();
        assertThat(Filters.uuid(" " + id + " ")).isEqualTo(id);
        assertThat(Filters.uuid("4500012345")).isNull();
    }
}
