package org.koppel.web.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.koppel.punchout.FormField;

class FormEncodingTest {

    @Test
    void namesAndValuesAreDecodedInTheirOrder() {
        assertThat(FormEncoding.parse(
                        "%7EOkCode=ADDI&HOOK_URL=https%3A%2F%2Fsrm.example%2Fin%3Fa%3D1&empty=&flag&a+b=c+d"))
                .containsExactly(
                        new FormField("~OkCode", "ADDI"),
                        new FormField("HOOK_URL", "https://srm.example/in?a=1"),
                        new FormField("empty", ""),
                        new FormField("flag", ""),
                        new FormField("a b", "c d"));
    }

    @Test
    void bytesThatAreNoUtf8AreLatinOne() {
        assertThat(FormEncoding.parse("u=caf%C3%A9&l=caf%E9"))
                .containsExactly(new FormField("u", "café"), new FormField("l", "café"));
    }

    @Test
    void nothingIsAnEmptyForm() {
        assertThat(FormEncoding.parse(null)).isEmpty();
        assertThat(FormEncoding.parse("")).isEmpty();
    }

    @Test
    void aBrokenEscapeIsRefused() {
        assertThatThrownBy(() -> FormEncoding.parse("a=%zz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNulIsRefused() {
        assertThatThrownBy(() -> FormEncoding.parse("USERNAME=a%00b")).isInstanceOf(IllegalArgumentException.class);
    }
}
