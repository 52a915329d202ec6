package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** HOOK_URL taken apart: nothing is lost, nothing is added, nothing fails. */
class HookUrlFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "https://b.example/hook?sap-client=100&a=%C3%A9+b&c=%E9#x",
                "https%3A%2F%2Fb.example%2Fhook%3Fa%3D1%26b%3D2", "http://localhost/?a=1&amp;b=2??&=3&c=%zz&&d");
    }

    @MethodSource("seeds")
    @FuzzTest
    void addresses(byte[] bytes) {
        String address = HookUrl.decoded(Fuzzed.text(bytes));
        HookUrl hook = HookUrl.of(address);

        assertThat(hook.action()).doesNotContain("?", "#");
        assertThat(address).startsWith(hook.action());
        assertThat(hook.fields()).noneMatch(f -> f.name().isEmpty());
        String again = hook.fields().stream()
                .map(f -> encoded(f.name()) + "=" + encoded(f.value()))
                .collect(Collectors.joining("&"));
        assertThat(HookUrl.of(hook.action() + "?" + again).fields()).isEqualTo(hook.fields());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
