package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor PLACE = new Cursor(Instant.parse("2026-01-05T08:00:00.123456Z"), new UUID(7, 9));

    @Test
    void aCursorSurvivesItsTextToTheMicrosecond() {
        assertThat(Cursor.parse(PLACE.encode())).isEqualTo(PLACE);
    }

    @Test
    void noTextMeansTheFirstPage() {
        assertThat(Cursor.parse(null)).isNull();
        assertThat(Cursor.parse(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAA",
                "1; drop table",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "é",
                "f_________8AAAAAAAAAAAAAAAAAAAAA",
                "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anythingElseIsRefusedByNameOfTheParameter(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(InvalidFilterException.class)
                .hasMessageContaining("after")
                .hasMessageContaining("next");
    }

    @Test
    void aPageHasANextOneOnlyWhenASurplusRowWasRead() {
        assertThat(Page.of(List.of(1, 2), 2, n -> PLACE).next()).isNull();
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, n -> PLACE);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.next()).isEqualTo(PLACE.encode());
    }
}
