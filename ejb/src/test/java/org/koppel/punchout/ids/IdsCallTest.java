package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class IdsCallTest {

    @Test
    void namesAreReadWithoutCaseAndTheFormWins() {
        IdsCall call = IdsCall.of(
                List.of(new FormField("NAME_KUNDE", "query")),
                List.of(new FormField("Name_Kunde", "form"), new FormField("kndNr", "4711")));
        assertThat(call.userName()).isEqualTo("form");
        assertThat(call.customerNumber()).contains("4711");
    }

    @Test
    void secretsAndTheBasketAreNeitherKeptNorShown() {
        IdsCall call = call("name_kunde=u", "pw_kunde= geheim ", "warenkorb=<Warenkorb/>", "version=2.5", "x=1");
        assertThat(call.password()).isEqualTo(" geheim ");
        assertThat(call.kept()).containsOnlyKeys("version", "x");
        assertThat(call.toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "action=WKE, ''",
        "action=wks, cart",
        "action=ADL&ghnummer=10 00/1, articles/10%2000%2F1",
        "action=ADL, ''",
        "action=AS&searchterm=kabel 3x1.5, search?q=kabel%203x1.5"
    })
    void everyActionOpensItsPage(String query, String place) {
        assertThat(call(query.split("&")).place()).isEqualTo(place);
    }

    @Test
    void actionsThatAreNotOfferedAreNotKnown() {
        assertThat(call("action=HLS").action()).isEmpty();
        assertThat(call("action=WKE").action()).contains(IdsAction.WKE);
    }

    @ParameterizedTest
    @CsvSource({"TOP, _top", "_parent, _parent", "shopframe, _top", "'', _top", "_blank, _blank"})
    void theTargetIsOneOfHtmlsOwn(String asked, String target) {
        assertThat(call("target=" + asked).target()).isEqualTo(target);
    }

    @Test
    void theFragmentOfTheReturnAddressIsDropped() {
        assertThat(call("hookurl=https://a.example/hook?sid=1#top").hookUrl()).contains("https://a.example/hook?sid=1");
    }

    private static IdsCall call(String... pairs) {
        List<FormField> fields = Stream.of(pairs)
                .filter(p -> !p.isEmpty())
                .map(p -> new FormField(p.split("=", 2)[0], p.split("=", 2)[1]))
                .toList();
        return IdsCall.of(List.of(), fields);
    }
}
