package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.shared.PartyId;

class OciParametersTest {
    private static final PartyId CUSTOMER = new PartyId("bouwgroep");

    @Test
    void theBuyersNamesOfParametersAreUnderstood() {
        OciCall call = call("artikel[2]=100002", "Artikel[1]=100001", "LOGIN=an", "geheim=x")
                .spelt(Map.of("PRODUCTID", "ARTIKEL", "USERNAME", "login", "PASSWORD", "GEHEIM"));
        assertThat(call.indexed("PRODUCTID")).containsEntry(1, "100001").containsEntry(2, "100002");
        assertThat(call.username()).isEqualTo("an");
        assertThat(call.password()).isEqualTo("x");
    }

    @Test
    void aPasswordOfAnotherNameIsNotKeptWithTheVisit() {
        OciCall call = call("geheim=hush", "SITEID=GENT").spelt(Map.of("PASSWORD", "geheim"));
        assertThat(call.kept()).containsValue("GENT").doesNotContainValue("hush");
    }

    @Test
    void theBuyersNameWinsOverTheStandardOne() {
        OciCall call = call("HOOK_URL=https://wrong.example", "back=https://right.example");
        assertThat(call.spelt(Map.of("HOOK_URL", "back")).hookUrl()).contains("https://right.example");
    }

    @Test
    void detailAndSourcingBeginOnTheirPages() {
        assertThat(call("FUNCTION=DETAIL", "PRODUCTID=a/b c").place()).isEqualTo("articles/a%2Fb%20c");
        assertThat(call("FUNCTION=SOURCING", "SEARCHSTRING=\"><b>&").place()).isEqualTo("search?q=%22%3E%3Cb%3E%26");
        assertThat(call("LANGUAGE=nl").place()).isEmpty();
    }

    @Test
    void sapsOwnEventIsTakenOnlyWhereTheDialectAllowsIt() {
        OciEntry entry = new OciEntry();
        entry.returnAddresses = new StrictAddresses();
        OciCall call = call("HOOK_URL=sapevent:post", "~OkCode=ADDI");
        Dialect plain = Profiles.byName(Profiles.GENERIC);
        Dialect exception = Profiles.resolved(DialectYaml.read("{base: generic-oci, sapEvent: true}"));
        ReturnAddress home = entry.home(new OciEntry.Guest(CUSTOMER, call, exception, "nl"));
        assertThat(home.url()).isEqualTo("SAPEVENT:POST");
        assertThat(home.fields()).containsExactly(new FormField("~OkCode", "ADDI"));
        OciEntry.Guest guest = new OciEntry.Guest(CUSTOMER, call, plain, "nl");
        assertThatThrownBy(() -> entry.home(guest)).isInstanceOf(NotAgreedException.class);
    }

    private static OciCall call(String... pairs) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            fields.add(new FormField(parts[0], parts[1]));
        }
        return OciCall.of(fields, List.of());
    }

    private static final class NotAgreedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class StrictAddresses extends ReturnAddresses {
        @Override
        public URI check(PartyId customer, String address) {
            throw new NotAgreedException();
        }
    }
}
