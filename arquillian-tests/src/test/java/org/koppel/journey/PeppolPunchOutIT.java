package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A buyer's cart goes home as the UBL Catalogue of Peppol Punch Out 3, checked by the official rules on the server itself. */
class PeppolPunchOutIT {
    private static final String HOOK = "http://127.0.0.1:9/in?visit=7";
    private final Koppel koppel = Koppel.running();

    @Test
    void aCartComesHomeAsACatalogueThatPassedTheRules() {
        Craftsman buyer = new Craftsman(koppel, call(Map.of("BUYER_REFERENCE", "dept. <4>", "SESSION", "s1")));
        buyer.add("100001", "2");

        Craftsman.Home home = buyer.transfer();

        String price = new PurchaseOrders(koppel).price("zorggroep", "100001");
        assertThat(home.address()).isEqualTo(HOOK);
        assertThat(home.fields()).containsOnlyKeys("SESSION", "BUYER_REFERENCE", "catalogue");
        assertThat(home.fields()).containsEntry("SESSION", "s1").containsEntry("BUYER_REFERENCE", "dept. <4>");
        assertThat(home.fields().get("catalogue"))
                .contains("urn:fdc:peppol.eu:poacc:trns:punch_out:3", "urn:fdc:peppol.eu:poacc:bis:punch_out:3")
                .contains("<cbc:EndpointID schemeID=\"0208\">0987654394</cbc:EndpointID>")
                .contains("<cac:Contact><cbc:ID>dept. &lt;4&gt;</cbc:ID></cac:Contact>")
                .contains("<cbc:BatchQuantity unitCode=\"H87\">2</cbc:BatchQuantity>")
                .containsPattern("<cbc:PriceAmount currencyID=\"EUR\">" + price.replaceFirst("\\.?0+$", "") + "0*</")
                .contains("<cac:SellersItemIdentification><cbc:ID>100001</cbc:ID>")
                .contains("<cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>");
        assertThat(buyer.transfer()).isEqualTo(home);
    }

    @Test
    void whoCancelsComesHomeWithoutADocument() {
        Craftsman.Home home = new Craftsman(koppel, call(Map.of("SESSION", "s2"))).cancel();

        assertThat(home.address()).isEqualTo(HOOK);
        assertThat(home.fields()).isEqualTo(Map.of("SESSION", "s2"));
    }

    @Test
    void whatIsRefusedSaysWhyAndRepeatsNothing() {
        assertRefused(403, call(Map.of("PASSWORD", "wrong")));
        assertRefused(400, call(Map.of("PASSWORD", "")));
        assertRefused(400, call(Map.of("HOOK_URL", "https://evil.example/x")));
        assertRefused(400, call(Map.of("HOOK_URL", "")));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("<h1>").doesNotContain("wrong", "evil.example");
    }

    private HttpResponse<String> call(Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("USERNAME", koppel.property("customer.zorggroep.oci.username"));
        fields.put("PASSWORD", koppel.property("customer.zorggroep.oci.password"));
        fields.put("HOOK_URL", HOOK);
        fields.putAll(more);
        return koppel.postForm("/peppol-punchout", fields);
    }
}
