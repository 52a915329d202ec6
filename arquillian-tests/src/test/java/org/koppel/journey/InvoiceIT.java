package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;
import org.openqa.selenium.Cookie;

/** The back office charges what was ordered; the customer gets the invoice with its own references, for books and for people. */
class InvoiceIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final String order = "I" + mark;
    private final String number = "F" + mark;

    @Test
    void anInvoiceGoesOutOnceWithTheReferencesOfItsOrder() throws Exception {
        String id = ordered();

        HttpResponse<String> accepted = post(invoice(number, "5", ""));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

        String ubl = arrived(number + ".xml");
        assertThat(ubl.replaceAll(">\\s+<", "><"))
                .contains("<cbc:ID>" + number + "<", "<cac:OrderReference><cbc:ID>" + order + "<")
                .contains("<cac:ContractDocumentReference><cbc:ID>RV-7<", "<cbc:AccountingCost>KST + 4711<")
                .contains("<cac:OrderLineReference><cbc:LineID>10<", "<cbc:PayableAmount currencyID=\"EUR\">60.50<")
                .contains("<cac:DeliveryLocation><cbc:ID schemeID=\"0088\">5412345000020<", "<cbc:CityName>Köln<")
                .contains("<cbc:PaymentID>+++090/9337/55493+++<", ">BE68539007547034<");
        CaughtMails.Mail mail = Koppel.await(
                        "the mail with " + number,
                        () -> new CaughtMails(koppel).about(number),
                        mails -> !mails.isEmpty())
                .get(0);
        assertThat(mail.subject()).isEqualTo("Rechnung " + number + " zu Ihrer Bestellung " + order);
        assertThat(mail.file("application/pdf").content()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(koppel.api("/api/v1/orders/" + id).path("status").asText()).isEqualTo("INVOICED");

        assertThat(post(invoice(number, "5", "")).statusCode()).as("once more").isEqualTo(200);
        assertThat(post(invoice(number, "4", "")).statusCode())
                .as("other content")
                .isEqualTo(409);
        assertThat(koppel.api("/api/v1/deliveries?document=" + number).path("items"))
                .hasSize(2);
        assertThat(invoices(id)).hasSize(1);

        shown();

        String more =
                Koppel.json(post(invoice(number + "-2", "1", ""))).path("id").asText();
        JsonNode refused = Koppel.await(
                "the second invoice to be refused",
                () -> koppel.api("/api/v1/messages/" + more),
                m -> m.path("status").asText().equals("REJECTED"));
        assertThat(refused.toString()).contains("MORE_THAN_SOLD", "lines[1]/quantity");
    }

    @Test
    void aWrongTotalIsRefusedAtOnceWithPlaceAndCure() throws Exception {
        ordered();

        HttpResponse<String> refused = post(
                invoice(number, "5", "<totals><gross><amount>60.05</amount><currency>EUR</currency></gross></totals>"));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        JsonNode problem = Koppel.json(refused).path("problems").path(0);
        assertThat(problem.path("code").asText()).isEqualTo("TOTAL_WRONG");
        assertThat(problem.path("location").asText()).isEqualTo("totals/gross");
        assertThat(problem.path("message").asText()).contains("60.05 EUR", "60.50 EUR", "Correct");
    }

    @Test
    void anInvoicOfTheBackOfficeGoesOutAsItsCustomerWantsIt() throws Exception {
        ordered();
        String edifact = "UNA:+.? 'UNB+UNOC:3+5412345999997:14+KOPPEL:14+261121:0930+B" + mark
                + "'UNH+1+INVOIC:D:96A:UN:EAN008'BGM+380+" + number + "E+9'DTM+137:20261121:102'RFF+ON:" + order
                + "'NAD+SU+5412345999997::9'NAD+BY+5412345000013::9'CUX+2:EUR:4'PAT+3'DTM+13:20261221:102'LIN+1'"
                + "PIA+5+100001:SA'QTY+47:5:PCE'MOA+203:50.00'PRI+AAA:10.00'RFF+ON:" + order + ":10'"
                + "TAX+7+VAT+++:::21+S'UNS+S'CNT+2:1'MOA+9:60.50'UNT+20+1'UNZ+1+B" + mark + "'";

        HttpResponse<String> accepted = post(edifact, "application/EDIFACT");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(arrived(number + "E.xml")).contains("<cbc:ID>RV-7<", "<cbc:PayableAmount currencyID=\"EUR\">60.50<");
    }

    @Test
    void aCustomerCannotSendInvoices() {
        HttpResponse<String> refused = koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(invoice(number, "1", ""))));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    }

    /** The list and the invoice, as the order desk sees them. */
    private void shown() throws Exception {
        Console console = new Console(koppel);
        String list = "/console/invoices?q=" + order;
        Matcher link = Pattern.compile("href=\"(/console/invoices/[0-9a-f-]{36})\">" + number)
                .matcher(console.page(list));
        assertThat(link.find()).isTrue();
        assertThat(console.page(link.group(1))).contains(order, "RV-7", "KST + 4711", "+++090/9337/55493+++");
        List<String> findings = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            browser.go(koppel.address("/console/login"));
            String[] session = console.cookie().split("=", 2);
            browser.driver().manage().addCookie(new Cookie(session[0], session[1], "/console"));
            for (String page : List.of(list, link.group(1))) {
                browser.go(koppel.address(page));
                AccessibilityIT.judge(browser, page, findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    /** An order of five pieces, confirmed. @return its id */
    private String ordered() throws Exception {
        HttpResponse<String> answer = koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(order(), StandardCharsets.ISO_8859_1)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return orders.answered(order).path("id").asText();
    }

    private String order() {
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + mark
                + "'UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+"
                + order + "+9'DTM+137:20261121:102'RFF+CT:RV-7'RFF+ADE:KST ?+ 4711'NAD+BY+5412345000013::9'"
                + "NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'QTY+21:5:PCE'UNS+S'CNT+2:1'UNT+14+1'UNZ+1+"
                + mark + "'";
    }

    private String invoice(String itsNumber, String quantity, String totals) {
        return "<Invoice xmlns=\"urn:koppel:documents:1\"><number>" + itsNumber
                + "</number><customer>ediplus</customer>"
                + "<issuedOn>2026-11-21</issuedOn><dueOn>2026-12-21</dueOn><currency>EUR</currency><order>" + order
                + "</order><payment><reference>+++090/9337/55493+++</reference></payment><lines><line><number>1</number>"
                + "<orderLine>10</orderLine><item><sellersId>100001</sellersId></item><quantity><value>" + quantity
                + "</value><unit>H87</unit></quantity><price><amount><amount>10.00</amount><currency>EUR</currency></amount>"
                + "<baseQuantity>1</baseQuantity></price><taxPercent>21</taxPercent></line></lines>" + totals
                + "</Invoice>";
    }

    private List<String> invoices(String orderId) {
        return koppel.api("/api/v1/orders/" + orderId + "/documents").findValuesAsText("type").stream()
                .filter("Invoice"::equals)
                .toList();
    }

    private HttpResponse<String> post(String xml) {
        return post(xml, "application/xml");
    }

    private HttpResponse<String> post(String message, String mediaType) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", "Bearer " + koppel.property("api.key"))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    }

    /** A file on the customer's SFTP server. */
    private String arrived(String name) throws Exception {
        return Files.readString(Arrived.in(demo.sftp().directory(), name), StandardCharsets.UTF_8);
    }
}
