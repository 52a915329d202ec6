package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** No spelling of a return address leads a browser to a host that was not agreed. */
class ReturnAddressFuzz {
    private static final List<String> AGREED = List.of("https://buyer.example", "http://localhost:*");

    /** The host as a browser reads it: up to the first of these signs, a backslash counting as a slash. */
    private static final String IN_PRODUCTION = "(?i)https://buyer\\.example(:(0*443)?)?([/?].*)?";

    private static final String IN_THE_DEMO =
            "(?i)(https://buyer\\.example(:(0*443)?)?|http://localhost(:\\d*)?)([/?].*)?";

    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "https://buyer.example/hook?a=b",
                "https://buyer.example:443",
                "https://buyer.example/in?n=é %zz|#top",
                "https://evil.example#@buyer.example/?",
                "https://buyer.example@evil.example/",
                "https://evil.example\\@buyer.example/",
                "https://buyer.example.evil.example/",
                "//buyer.example/",
                "http://localhost:8080/x;y?z=[1]",
                "javascript:alert(1)//https://buyer.example/");
    }

    @MethodSource("seeds")
    @FuzzTest
    void addresses(byte[] bytes) {
        check(Fuzzed.text(bytes), false, IN_PRODUCTION);
        check(Fuzzed.text(bytes), true, IN_THE_DEMO);
    }

    private static void check(String address, boolean demo, String agreed) {
        try {
            URI taken = ReturnAddress.check(address, AGREED, demo);
            assertThat(taken.toString())
                    .startsWith(address.strip().split("[?#]", 2)[0])
                    .matches(agreed)
                    .doesNotContainPattern("[<>\"'\\\\`#|{}^\\s\\p{Cntrl}]");
            assertThat(ReturnAddresses.origin(taken)).doesNotContainPattern("[;, *]");
        } catch (ReturnAddressRefusedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
