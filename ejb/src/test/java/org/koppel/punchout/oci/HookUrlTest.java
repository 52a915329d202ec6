package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class HookUrlTest {

    @Test
    void theQueryBecomesFieldsAndTheActionHasNone() {
        HookUrl hook = HookUrl.of("https://srm.example:8443/sap(bD1ubA==)/inbound.do?sap-client=100&x=a%20b&y=&flag");
        assertThat(hook.action()).isEqualTo("https://srm.example:8443/sap(bD1ubA==)/inbound.do");
        assertThat(hook.fields())
                .containsExactly(
                        new FormField("sap-client", "100"),
                        new FormField("x", "a b"),
                        new FormField("y", ""),
                        new FormField("flag", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "https://srm.example/in, https://srm.example/in, 0",
        "https://srm.example/in?, https://srm.example/in, 0",
        "https://srm.example/in?a=1&&b=2&, https://srm.example/in, 2",
        "https://srm.example/in?a=1&amp;b=2, https://srm.example/in, 2",
        "https://srm.example/in?a=1#top, https://srm.example/in, 1"
    })
    void oddQueriesAreUnderstood(String url, String action, int fields) {
        HookUrl hook = HookUrl.of(url);
        assertThat(hook.action()).isEqualTo(action);
        assertThat(hook.fields()).hasSize(fields);
    }

    @Test
    void aSecondQuestionMarkAndARepeatedNameAreKept() {
        assertThat(HookUrl.of("https://srm.example/in?back=/x?y=1&back=2").fields())
                .containsExactly(new FormField("back", "/x?y=1"), new FormField("back", "2"));
    }

    @Test
    void latinOneEscapesAreUnderstoodToo() {
        assertThat(HookUrl.of("https://srm.example/in?n=caf%E9&u=caf%C3%A9").fields())
                .containsExactly(new FormField("n", "café"), new FormField("u", "café"));
    }

    @Test
    void anAddressEncodedTwiceIsDecodedOnce() {
        assertThat(HookUrl.decoded("https%3A%2F%2Fsrm.example%2Fin%3Fx%3Da%252Bb"))
                .isEqualTo("https://srm.example/in?x=a%2Bb");
        assertThat(HookUrl.decoded(" https://srm.example/in?x=a%2Bb ")).isEqualTo("https://srm.example/in?x=a%2Bb");
    }
}
