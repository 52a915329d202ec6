package org.koppel.punchout.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.FormField;

class PeppolCallTest {
    private final PeppolCall call = PeppolCall.of(
            List.of(new FormField("username", "query"), new FormField("language", "nl-BE")),
            List.of(
                    new FormField("UserName", "form"),
                    new FormField("PASSWORD", " geheim "),
                    new FormField("Hook_URL", "https://a.example/in?x=1#top"),
                    new FormField("Buyer_Reference", "dept. 4"),
                    new FormField("SESSION", "s1"),
                    new FormField("returntarget", "_parent")));

    @Test
    void namesAreReadWithoutCaseAndTheFormWins() {
        assertThat(call.username()).isEqualTo("form");
        assertThat(call.password()).isEqualTo(" geheim ");
        assertThat(call.hookUrl()).contains("https://a.example/in?x=1");
        assertThat(call.language()).contains("nl");
        assertThat(call.target()).isEqualTo("_parent");
    }

    @Test
    void whatTheBuyerWantsToSeeAgainComesBackUnderItsOwnName() {
        assertThat(call.echoed())
                .containsExactly(new FormField("SESSION", "s1"), new FormField("BUYER_REFERENCE", "dept. 4"));
    }

    @Test
    void secretsAreNeitherKeptNorShown() {
        assertThat(call.kept()).doesNotContainKeys("PASSWORD", "UserName", "Hook_URL");
        assertThat(call.toString()).doesNotContain("geheim");
    }
}
