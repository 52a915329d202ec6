package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @Test
    void pagesOfTheConsoleAreKept() {
        assertThat(LocalAddress.of("/console/orders?status=HELD&q=PO%201"))
                .isEqualTo("/console/orders?status=HELD&q=PO%201");
        assertThat(LocalAddress.of("/console")).isEqualTo("/console");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/console",
                "//evil.example",
                "/console\r\nSet-Cookie: a=b",
                "/consoles",
                "/shop/x",
                "javascript:alert(1)",
                "/console/\\evil"
            })
    void everythingElseLeadsToTheFirstPage(String wanted) {
        assertThat(LocalAddress.of(wanted)).isEqualTo("/console");
    }

    @Test
    void nothingLeadsToTheFirstPage() {
        assertThat(LocalAddress.of(null)).isEqualTo("/console");
    }

    @Test
    void anAreaKeepsItsOwnPagesOnly() {
        assertThat(LocalAddress.below("/portal", "/portal/orders?status=HELD")).isEqualTo("/portal/orders?status=HELD");
        assertThat(LocalAddress.below("/portal", "/console/orders")).isEqualTo("/portal");
        assertThat(LocalAddress.below("/portal", "//evil.example/portal")).isEqualTo("/portal");
    }
}
