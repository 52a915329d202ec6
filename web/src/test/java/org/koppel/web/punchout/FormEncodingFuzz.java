package org.koppel.web.punchout;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.punchout.FormField;

/** The bytes of a form or a query: fields that can be encoded and read again, or refused as unreadable. */
class FormEncodingFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of("USERNAME=a+b&PASSWORD=%C3%A9&x=%E9&~OkCode=ADDI", "a=1&&=2&b&c=%", "a=%00&b=%3Cb%3E")
                .map(s -> s.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("seeds")
    @FuzzTest
    void forms(byte[] body) {
        List<FormField> fields;
        try {
            fields = FormEncoding.parse(new String(body, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return; // answered as unreadable by every entrance
        }
        assertThat(fields).allSatisfy(f -> {
            assertThat(f.name()).isNotBlank().doesNotContain("\0");
            assertThat(f.value()).doesNotContain("\0");
        });
        String again = fields.stream()
                .map(f -> encoded(f.name()) + "=" + encoded(f.value()))
                .collect(Collectors.joining("&"));
        assertThat(FormEncoding.parse(again)).isEqualTo(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
