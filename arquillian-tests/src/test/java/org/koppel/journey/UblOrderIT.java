package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order of Peppol BIS Ordering 3 comes in by HTTP; its answer can be had as the order response that belongs to it. */
class UblOrderIT {
    /** With places for number and lines. */
    static final String ORDER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\""
            + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
            + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">"
            + "<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>"
            + "<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID><cbc:ID>%s</cbc:ID>"
            + "<cbc:IssueDate>2026-11-16</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
            + "<cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID=\"0208\">0123456749</cbc:EndpointID>"
            + "<cac:PartyIdentification><cbc:ID schemeID=\"0088\">5412345000037</cbc:ID></cac:PartyIdentification>"
            + "<cac:PartyLegalEntity><cbc:RegistrationName>Zorggroep De Linde vzw</cbc:RegistrationName>"
            + "</cac:PartyLegalEntity></cac:Party></cac:BuyerCustomerParty>%s</Order>";

    static final String LINE = "<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
            + "<cbc:Quantity unitCode=\"C62\">2</cbc:Quantity><cac:Item><cbc:Name>Socket</cbc:Name>"
            + "<cac:SellersItemIdentification><cbc:ID>100001</cbc:ID></cac:SellersItemIdentification></cac:Item>"
            + "</cac:LineItem></cac:OrderLine>";

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final String number = "UBL-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anOrderOfPeppolIsAnsweredByAnOrderResponseOfPeppol() throws Exception {
        HttpResponse<String> answer = post(ORDER.formatted(number, LINE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        JsonNode order = orders.answered(number);

        assertThat(order.path("customer").asText()).isEqualTo("zorggroep");
        String path = "/api/v1/documents/" + orders.confirmation(order) + "/content?format=";
        assertThat(new String(koppel.file(path + "peppol-bis-3"), StandardCharsets.UTF_8))
                .contains("urn:fdc:peppol.eu:poacc:trns:order_response:3", "<cbc:ID>" + number + "</cbc:ID>")
                .contains("<cbc:OrderResponseCode>");
        assertThat(new String(koppel.file(path + "ubl-2.1"), StandardCharsets.UTF_8))
                .contains("<cbc:ID>" + number + "</cbc:ID>")
                .doesNotContain("urn:fdc:peppol");
    }

    @Test
    void anOrderThatIsWrongIsRefusedWithAllItsProblemsAndTheirLines() {
        String bad = LINE.replace(">2<", ">two<").replace("C62", "QQQ");
        HttpResponse<String> answer = post(ORDER.formatted(number, bad));

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(Koppel.json(answer).path("problems").findValuesAsText("code"))
                .containsExactly("UNKNOWN_UNIT", "UNREADABLE_NUMBER");
        assertThat(Koppel.json(answer).path("problems").path(1).path("location").asText())
                .startsWith("line 1, LineItem/Quantity (row ");
    }

    private HttpResponse<String> post(String document) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("zorggroep"))
                .header("Content-Type", "application/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }
}
