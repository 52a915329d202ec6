package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.party.ReturnAddressRefusedException.Reason;

class ReturnAddressTest {
    private static final List<String> AGREED =
            List.of("https://srm.example:8443", "https://shop.example", "http://localhost:*", "http://127.0.0.1:*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://srm.example:8443/sap(bD1lbiZjPTEwMA==)/inbound.htm?sap-client=100&x=a%20b",
                "https://shop.example/back",
                "https://shop.example:443/back",
                "HTTPS://SHOP.EXAMPLE/back",
                "http://localhost:9/inbound",
                "http://127.0.0.1:54321/a;b=1?c=(d)"
            })
    void anAgreedOriginIsTakenAsItIs(String address) {
        assertThat(ReturnAddress.check(address, AGREED, true)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://shop.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//shop.example/x",
                "/relative",
                "shop.example/x",
                "https:shop.example",
                "https:///x",
                "https://shop.example/\"><script>",
                "https://shop.example/'onload=alert(1)",
                "https://shop.example/a b",
                "https://shop.example/<b>",
                "https://shop.example\\@evil.example/",
                "https://shop.example/x\r\nSet-Cookie: a=b",
                "https://shop.example/x\u0000",
                "https://shop.example/\u202Egnp",
                "https://user@shop.example/x",
                "https://shop.example:443@evil.example/x",
                "https://shop.example@evil.example/x",
                "https://shop.example/%zz",
                "https://shop.example/%2",
                "https://shop.example/x?a=\\@evil.example",
                "https://shop.example/x?a=b\r\nSet-Cookie: a=b",
                "https://shop.example/x?a=\u0000",
                "https://shop.example/x?a=\u0085",
                "https://shop.example/x?a=\uD800",
                "https://shop.example/x#a\\b",
                "https://user@shop.example?x#y",
                "https://shop.example:0/x",
                "https://shop.example:65536/x",
                "https://shop.example:99999999999/x",
                "https://sh_op.example/x",
                "https://xn--shop-\u0430.example/x",
                "https://[::1/x"
            })
    void whatIsNoPlainWebAddressIsRefused(String address) {
        assertThatThrownBy(() -> ReturnAddress.check(address, AGREED, true))
                .isInstanceOfSatisfying(
                        ReturnAddressRefusedException.class,
                        e -> assertThat(e.reason()).isIn(Reason.MALFORMED, Reason.INSECURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "https://shop.example.evil.example/x",
                "https://evilshop.example/x",
                "https://shop.example./x",
                "https://shop.example:8443/x",
                "https://srm.example/x",
                "https://127.0.0.1/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://localhost.evil.example/",
                "https://evil.example?https://shop.example/",
                "https://evil.example#https://shop.example/",
                "https://evil.example#@shop.example/",
                "https://evil.example/x?y=é|"
            })
    void anOriginThatIsNotAgreedIsRefused(String address) {
        assertThatThrownBy(() -> ReturnAddress.check(address, AGREED, true))
                .isInstanceOfSatisfying(
                        ReturnAddressRefusedException.class,
                        e -> assertThat(e.reason()).isIn(Reason.FOREIGN, Reason.MALFORMED));
    }

    @Test
    void aForeignHostIsNamedWithTheCure() {
        assertThatThrownBy(() -> ReturnAddress.check("https://evil.example/secret?a=b", AGREED, true))
                .hasMessageContaining("add https://evil.example to the allowed origins")
                .hasMessageNotContaining("secret");
    }

    @Test
    void plainHttpIsForLoopbackAddressesOfTheDemoOnly() {
        List<String> agreed = List.of("http://shop.example", "http://localhost:*", "https://localhost:*");
        assertThat(reason("http://shop.example/x", agreed, true)).isEqualTo(Reason.INSECURE);
        assertThat(reason("http://localhost:9/x", agreed, false)).isEqualTo(Reason.INSECURE);
        assertThat(reason("https://localhost:9/x", agreed, false)).isEqualTo(Reason.FOREIGN);
        assertThat(reason("ftp://localhost:9/x", agreed, true)).isEqualTo(Reason.INSECURE);
    }

    @Test
    void nothingGivenIsSaidSo() {
        assertThat(reason(null, AGREED, true)).isEqualTo(Reason.MISSING);
        assertThat(reason("  ", AGREED, true)).isEqualTo(Reason.MISSING);
    }

    @Test
    void withoutAgreedOriginsEverythingIsForeign() {
        assertThat(reason("https://shop.example/x", List.of(), true)).isEqualTo(Reason.FOREIGN);
        assertThat(reason("https://shop.example/x", List.of("nonsense", "https://"), true))
                .isEqualTo(Reason.FOREIGN);
    }

    @Test
    void anOverlongAddressIsRefusedAndSaysSo() {
        assertThat(ReturnAddress.check("https://shop.example/?s=" + "x".repeat(7900), AGREED, true))
                .hasHost("shop.example");
        assertThat(reason("https://shop.example/" + "x".repeat(8000), AGREED, true))
                .isEqualTo(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "`https://shop.example/in?a=b c` https://shop.example/in?a=b%20c",
                "https://shop.example/in?n=café https://shop.example/in?n=caf%C3%A9",
                "https://shop.example/in?n={a|b}^ https://shop.example/in?n=%7Ba%7Cb%7D%5E",
                "https://shop.example/in?n=\"<'>\" https://shop.example/in?n=%22%3C%27%3E%22",
                "https://shop.example/in?n=%zz&m=100% https://shop.example/in?n=%25zz&m=100%25",
                "https://shop.example/in?n=%e9+%2F/?:@ https://shop.example/in?n=%e9+%2F/?:@",
                "https://shop.example/in?n=\uD83D\uDE00 https://shop.example/in?n=%F0%9F%98%80",
                "https://shop.example/in?n=1#top https://shop.example/in?n=1",
                "https://shop.example/in#top?n=1 https://shop.example/in",
                "https://shop.example#https://evil.example https://shop.example"
            })
    void aLooseQueryIsEncodedAndAFragmentIsCut(String given, String used) {
        assertThat(ReturnAddress.check(given, AGREED, true)).hasToString(used);
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/a?b=c, https://shop.example", "http://localhost:9/x, http://localhost:9"})
    void theOriginOfACheckedAddressIsSchemeHostAndPort(String address, String origin) {
        assertThat(ReturnAddresses.origin(ReturnAddress.check(address, AGREED, true)))
                .isEqualTo(origin);
    }

    private static Reason reason(String address, List<String> agreed, boolean demo) {
        try {
            throw new AssertionError("taken: " + ReturnAddress.check(address, agreed, demo));
        } catch (ReturnAddressRefusedException e) {
            return e.reason();
        }
    }

    @Test
    void theSimulatorOfThisInstallationNeedsNoAgreement() {
        Optional<String> own = Optional.of("https://shop.supplier.example/");
        String id = "0123456789_abcdefghij-";
        String good = "https://shop.supplier.example/console/simulator/" + id + "/return";

        assertThat(ReturnAddress.isSimulator(good, own)).isTrue();
        assertThat(ReturnAddress.isSimulator(good + "?sid=4f", own)).isTrue();
        assertThat(ReturnAddress.isSimulator(good, Optional.empty())).isFalse();
        assertThat(ReturnAddress.isSimulator(
                        good.replace("https", "http"), Optional.of("http://shop.supplier.example")))
                .isFalse();
        assertThat(ReturnAddress.isSimulator(good.replace("/console", ".evil.example/console"), own))
                .isFalse();
        assertThat(ReturnAddress.isSimulator(good.replace("/console", "@evil.example/console"), own))
                .isFalse();
        assertThat(ReturnAddress.isSimulator(good + "\nx", own)).isFalse();
        assertThat(ReturnAddress.isSimulator(good + "?sid=4f&x=\"", own)).isFalse();
        assertThat(ReturnAddress.isSimulator("https://shop.supplier.example/console/orders", own))
                .isFalse();
        assertThat(ReturnAddress.isSimulator(null, own)).isFalse();
    }
}
