package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://srm.buyer.example, https://srm.buyer.example",
        "' https://SRM.Buyer.example/sap(bD1)/oci?x=1#y ', https://srm.buyer.example",
        "https://srm.buyer.example:8443/in, https://srm.buyer.example:8443",
        "https://srm.buyer.example:*, https://srm.buyer.example:*",
        "https://[2001:db8::1]/in, https://[2001:db8::1]"
    })
    void theOriginOfAnAddressIsEnough(String typed, String origin) {
        assertThat(ReturnOrigin.of(typed, false)).contains(new ReturnOrigin(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "srm.buyer.example",
                "http://srm.buyer.example",
                "http://localhost:8080",
                "https://",
                "https://*.buyer.example",
                "https://user@srm.buyer.example",
                "https://srm.buyer.example:99999",
                "https://srm.buyer.example:0",
                "https://srm buyer",
                "javascript:alert(1)",
                "SAPEVENT:POST"
            })
    void whatIsNoSecureAddressIsNone(String typed) {
        assertThat(ReturnOrigin.of(typed, false)).isEmpty();
    }

    @Test
    void thisMachineMayBePlainInTheDemoOnly() {
        assertThat(ReturnOrigin.of("http://localhost:9000/in", true))
                .contains(new ReturnOrigin("http://localhost:9000"));
        assertThat(ReturnOrigin.of("http://srm.buyer.example", true)).isEmpty();
    }

    @Test
    void whatWasAllowedSoIsTakenAtTheDoor() {
        String typed = "https://srm.buyer.example:8443/in?a=1";
        List<String> allowed =
                List.of(ReturnOrigin.of(typed, false).orElseThrow().value());

        assertThat(ReturnAddress.check(typed, allowed, false)).isEqualTo(URI.create(typed));
    }
}
