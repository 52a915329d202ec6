package org.koppel.punchout.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;
import org.koppel.punchout.FormField;

/** The form of a Peppol punch-out, whatever its fields say. */
class PeppolCallFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "USERNAME=u&PASSWORD=geheim&HOOK_URL=https://b.example/#x&LANGUAGE=nl&RETURNTARGET=_self",
                "SESSION=s-1&BUYER_REFERENCE=r&CONTRACT=c&language=german&username=u");
    }

    @MethodSource("seeds")
    @FuzzTest
    void calls(byte[] form) {
        List<FormField> fields = Fuzzed.fields(form);
        PeppolCall call = PeppolCall.of(List.of(), fields);

        assertThat(call.target()).isIn("_top", "_parent", "_self", "_blank");
        call.language().ifPresent(l -> assertThat(l).isIn("nl", "fr", "de", "en"));
        call.hookUrl().ifPresent(url -> assertThat(url).doesNotContain("#"));
        assertThat(call.echoed())
                .allSatisfy(
                        f -> assertThat(f.value()).hasSizeLessThanOrEqualTo(500).matches(Fuzzed::isWellFormed));
        call.kept().forEach((name, value) -> {
            assertThat(name.toLowerCase(Locale.ROOT)).isNotIn("password", "username", "hook_url");
            assertThat(value).hasSizeLessThanOrEqualTo(500).matches(Fuzzed::isWellFormed);
        });
        assertThat(call.kept()).hasSizeLessThanOrEqualTo(30);
    }
}
