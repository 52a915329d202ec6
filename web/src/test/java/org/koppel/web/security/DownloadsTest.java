package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadsTest {

    @Test
    void aNameOfPlainLettersStandsAsItIs() {
        assertThat(Downloads.disposition("attachment", "plan-2.pdf")).isEqualTo("attachment; filename=\"plan-2.pdf\"");
    }

    @Test
    void aNameWithAccentsAndBlanksIsKeptForWhoReadsIt() {
        assertThat(Downloads.disposition("attachment", "tekening é €.txt"))
                .isEqualTo("attachment; filename=\"tekening____.txt\";"
                        + " filename*=UTF-8''tekening%20%C3%A9%20%E2%82%AC.txt");
    }

    @Test
    void aNameCannotEndTheHeader() {
        assertThat(Downloads.disposition("inline", "a\"; x=\r\nSet-Cookie: b*'"))
                .doesNotContain("\r", "\n", "; x=")
                .endsWith("filename*=UTF-8''a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20b%2A%27");
    }
}
