package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatIdTest {

    @ParameterizedTest
    @CsvSource({"cebeoxml,cebeo-xml-2", "koppelxml-1,koppel-xml"})
    void bothNamesOfAFormatAreTheSame(String other, String name) {
        assertThat(new FormatId(other)).isEqualTo(new FormatId(name)).hasToString(name);
    }

    @Test
    void anyOtherNameIsItself() {
        assertThat(new FormatId("cxml-1.2").value()).isEqualTo("cxml-1.2");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "PDF", "-x", "a/b", "a b"})
    void whatIsNoNameIsRefused(String value) {
        assertThatThrownBy(() -> new FormatId(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
