package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A buyer's cart goes home as the UBL Catalogue of Peppol Punch Out 3, checked by the official rules on the server itself. */
@ChangesTheDemo
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
    void aCartThatBreaksARuleStaysOpenAndSaysWhich() throws SQLException {
        Craftsman buyer = new Craftsman(koppel, call(Map.of()));
        buyer.add("100001", "2");
        String unit = unit("ZZX");
        try {
            HttpResponse<String> refused = koppel.postForm(buyer.address("transfer"), Map.of());

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("kon niet worden overgedragen", "T77", "/cart\"");
            assertThat(buyer.page("transfer").statusCode()).isEqualTo(303);
        } finally {
            unit(unit);
        }
        assertThat(buyer.transfer().fields()).containsKey("catalogue");
    }

    /** Sells the article by another unit. @return the one before */
    private String unit(String unit) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                Statement statement = connection.createStatement()) {
            String was;
            try (ResultSet before = statement.executeQuery("select unit from article where number = '100001'")) {
                before.next();
                was = before.getString(1);
            }
            statement.execute("update article set unit = '" + unit + "' where number = '100001'");
            return was;
        }
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
