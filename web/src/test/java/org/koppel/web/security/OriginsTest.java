package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final URI OWN = URI.create("https://koppel.example/console/login");

    @Test
    void ourOwnPagesMayPost() {
        assertThat(Origins.sameSite("https://koppel.example", "same-origin", OWN, null))
                .isTrue();
        assertThat(Origins.sameSite("https://KOPPEL.example", null, OWN, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://koppel.example",
                "https://koppel.example:8443",
                "https://koppel.example.evil.example"
            })
    void otherOriginsMayNot(String origin) {
        assertThat(Origins.sameSite(origin, null, OWN, null)).isFalse();
    }

    @Test
    void theAddressBehindAProxyIsOurs() {
        URI inside = URI.create("http://10.0.0.7:8080/console/login");
        assertThat(Origins.sameSite("https://koppel.example", null, inside, "https://koppel.example/"))
                .isTrue();
        assertThat(Origins.sameSite("https://evil.example", null, inside, "https://koppel.example/"))
                .isFalse();
    }

    @Test
    void withoutAnOriginTheBrowsersOtherWordCountsAndScriptsAreTaken() {
        assertThat(Origins.sameSite(null, "cross-site", OWN, null)).isFalse();
        assertThat(Origins.sameSite(null, "same-site", OWN, null)).isFalse();
        assertThat(Origins.sameSite(null, "same-origin", OWN, null)).isTrue();
        assertThat(Origins.sameSite(null, null, OWN, null)).isTrue();
    }

    @Test
    void theUsualPortIsNotWritten() {
        assertThat(Origins.of(URI.create("https://a.example:443/x"))).isEqualTo("https://a.example");
        assertThat(Origins.of(URI.create("http://a.example:8080/x"))).isEqualTo("http://a.example:8080");
    }
}
