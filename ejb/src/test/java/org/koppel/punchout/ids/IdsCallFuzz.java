package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** The form of an IDS call, whatever its fields say. */
class IdsCallFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "kndnr=1&name_kunde=u&pw_kunde=geheim&version=2.5&action=WKE&hookurl=https://b.example/#x&target=TOP",
                "action=ADL&ghnummer=A/1 <b>\"&name_kunde=u&pw_kunde=g",
                "action=AS&searchterm=kabel 3x1,5");
    }

    @MethodSource("seeds")
    @FuzzTest
    void calls(byte[] form) {
        IdsCall call = IdsCall.of(List.of(), Fuzzed.fields(form));

        assertThat(call.place()).matches("(cart|(articles/|search\\?q=)[A-Za-z0-9%._~*-]*)?");
        assertThat(call.target()).isIn("_top", "_parent", "_self", "_blank");
        call.hookUrl().ifPresent(url -> assertThat(url).doesNotContain("#"));
        call.kept().forEach((name, value) -> {
            assertThat(name.toLowerCase(Locale.ROOT)).isNotIn("pw_kunde", "hookurl", "warenkorb");
            assertThat(value).hasSizeLessThanOrEqualTo(500).matches(Fuzzed::isWellFormed);
        });
        assertThat(call.kept()).hasSizeLessThanOrEqualTo(30);
    }
}
