package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.koppel.run.Demo;
import org.koppel.run.SftpFolder;
import org.openqa.selenium.support.ui.Select;

/** The supplier's back office gets an order by SFTP, answers it and says what left; the buyer hears of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what is agreed by four forms is agreed once
@ChangesTheDemo
class BackOfficeIT {
    private static final Pattern ON = Pattern.compile(
            "name=\"channel\" value=\"([0-9a-f-]{36})\">\\s*" + "<input type=\"hidden\" name=\"on\" value=\"false\"");

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Console console = new Console(koppel);
    private final ConsoleWays ways = new ConsoleWays(console);
    private final Demo demo = RunningKoppel.demo();

    @BeforeAll
    void theBackOfficeDecides() throws Exception {
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(koppel.address("/console/login"))
                    .type("#user", koppel.property("console.user"))
                    .type("#password", koppel.property("console.password"))
                    .press("form[action='/console/login'] button")
                    .see("#find");
            browser.go(koppel.address("/console/customers/bouwgroep"));
            new Select(browser.see("#by")).selectByValue("BACK_OFFICE");
            browser.press("form[action$='/policy'] button").see("p.notice.good");
            for (String type : new String[] {"Order", "OrderChange", "OrderCancellation", "ApplicationResponse"}) {
                agreed(browser, type);
            }
            secretsAreSealed(browser);
        }
        Koppel.noticeAgreements();
    }

    /** As the order desk sets it up: over SFTP, in our own XML. */
    private void agreed(Browser browser, String type) {
        browser.go(koppel.address("/console/back-office"));
        new Select(browser.see("form[action='/console/channels/new'] select")).selectByValue("sftp");
        browser.press("form[action='/console/channels/new'] button");
        new Select(browser.see("#type")).selectByValue(type);
        browser.type("#formats", "koppel-xml");
        browser.type("[id='set.host']", "127.0.0.1");
        browser.type("[id='set.port']", Integer.toString(demo.ports().sftp()));
        browser.type("[id='set.hostkey']", demo.sftp().fingerprint());
        browser.type("[id='set.user']", SftpFolder.USER);
        browser.type("[id='set.password']", demo.secrets().get("sftp.password"));
        browser.press("main form:not([action$='/test']) button.primary");
        browser.see("p.notice.good");
    }

    private void secretsAreSealed(Browser browser) throws Exception {
        assertThat(browser.source()).doesNotContain(demo.secrets().get("sftp.password"));
        browser.press("form[action$='/test'] button");
        browser.read("#said", "OK");
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select settings from channel where customer = 'back-office' and active")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(demo.secrets().get("sftp.password"));
            }
        }
    }

    /** Every way out is switched off on the page. */
    @AfterAll
    void nobodyIsNeeded() throws Exception {
        console.post("/console/customers/bouwgroep/policy", Map.of("by", "AUTO"));
        String page = console.page("/console/back-office");
        Matcher on = ON.matcher(page);
        while (on.find()) {
            console.post("/console/back-office/answers", Map.of("channel", on.group(1), "on", "false"));
        }
        assertThat(console.page("/console/back-office")).doesNotContain("name=\"on\" value=\"false\"");
        Koppel.noticeAgreements();
    }

    @Test
    void whatTheBackOfficeLaysInItsFolderIsFetched() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("10", "100001", "2", orders.price("bouwgroep", "100001"));
        koppel.postCxml(sent.xml());
        arrived(sent.number() + ".xml");
        Path place = Files.createDirectories(demo.folder().resolve("erp-" + sent.number()));
        String way = ways.add(
                ConsoleWays.form("folder", "", "ERP " + sent.number(), Map.of("directory", "erp-" + sent.number())));
        try {
            assertThat(console.page("/console/back-office")).contains("ERP " + sent.number());
            Files.writeString(
                    place.resolve("answer.json"),
                    "{\"type\":\"OrderResponse\",\"number\":\"SO-" + sent.number() + "\",\"order\":\"" + sent.number()
                            + "\",\"status\":\"ACCEPTED\"}");
            ways.run(way, 2);

            assertThat(orders.answered(sent.number()).path("status").asText()).isEqualTo("CONFIRMED");
        } finally {
            ways.switchOff(way);
        }
    }

    @Test
    void aDocumentOrABundleThatAFormatCannotHoldIsRefusedWithTheReason() throws Exception {
        Map<String, String> form = new TreeMap<>(Map.of(
                "transport",
                "folder",
                "customer",
                "back-office",
                "type",
                "OrderChange",
                "formats",
                "cebeo-xml-2, ubl-2.1",
                "set.directory",
                "erp",
                "zone",
                "Europe/Brussels",
                "bundle",
                "DAY",
                "minutes",
                "60",
                "at",
                "18:00"));
        form.put("day1", "1");

        HttpResponse<String> refused = console.post("/console/channels", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This document is not written in: cebeo-xml-2")
                .contains("A file of this kind holds one document: ubl-2.1");
        form.put("formats", "xlsx, koppel-xml, pdf");
        HttpResponse<String> taken = console.post("/console/channels", form);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    }

    @Test
    void anOrderGoesOutIsAnsweredAndLeaves() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("10", "100001", "4", orders.price("bouwgroep", "100001"));
        assertThat(koppel.postCxml(sent.xml()).body()).contains("<Status code=\"200\"");
        String number = sent.number();
        assertThat(arrived(number + ".xml"))
                .contains("<number>" + number + "</number>", "<id>bouwgroep</id>", "<sellersId>100001</sellersId>");

        String answer = "{\"type\":\"OrderResponse\",\"number\":\"SO-" + number + "\",\"order\":\"" + number
                + "\",\"buyer\":{\"address\":{\"id\":\"bouwgroep\"}},\"lines\":[{\"number\":\"10\",\"confirmed\":{\"value\":3,"
                + "\"unit\":\"H87\"},\"backordered\":{\"value\":1,\"unit\":\"H87\"},\"backorderDate\":\"2027-03-01\"}]}";
        HttpResponse<String> taken = post("api.key", "application/json", answer);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        JsonNode order = orders.answered(number);
        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED_WITH_CHANGES");
        JsonNode confirmation = koppel.api("/api/v1/documents/" + orders.confirmation(order) + "/content?format=json");
        assertThat(confirmation.path("orderMessageId").asText()).isEqualTo(sent.payload());
        assertThat(confirmation.path("lines").path(0).path("backorderDate").asText())
                .isEqualTo("2027-03-01");
        orders.delivery(number, "DELIVERED");

        assertThat(problems(post("api.key", "application/json", answer.replace("SO-", "SP-"))))
                .contains("ORDER_ANSWERED");
        assertThat(problems(post("api.key", "text/csv", "order;line;status\n0-" + number + ";10;ACCEPTED\n")))
                .contains("ORDER_UNKNOWN");

        HttpResponse<String> left = post("api.key", "application/EDIFACT", desadv(number, "LS-" + number, "3"));
        assertThat(left.statusCode()).as(left.body()).isEqualTo(202);
        JsonNode despatched = Koppel.await(
                "goods to leave",
                () -> koppel.api("/api/v1/orders/" + order.path("id").asText()),
                o -> o.path("status").asText().equals("PARTLY_DESPATCHED"));
        assertThat(text(koppel.file(
                        "/api/v1/documents/" + document(despatched, "Order") + "/content?format=peppol-bis-3")))
                .contains("urn:fdc:peppol.eu:poacc:trns:order:3", "<cbc:ID>" + number + "</cbc:ID>")
                .contains("<cac:SellerSupplierParty><cac:Party><cbc:EndpointID schemeID=");
        String advice = document(despatched, "DespatchAdvice");
        assertThat(text(koppel.file("/api/v1/documents/" + advice + "/content?format=html")))
                .contains("LS-" + number, "(00) 354123450000000014");
        assertThat(text(koppel.file("/api/v1/documents/" + advice + "/content?format=pdf")))
                .startsWith("%PDF");
        assertThat(problems(post("api.key", "application/EDIFACT", desadv(number, "LT-" + number, "2"))))
                .contains("QUANTITY_EXCEEDS_ORDER");
    }

    @Test
    void theCustomerSeesNothingOfItAndCannotAnswerItself() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("10", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(sent.xml());
        arrived(sent.number() + ".xml");
        JsonNode row = koppel.api("/api/v1/orders?number=" + sent.number())
                .path("items")
                .path(0);
        String documents = "/api/v1/orders/" + row.path("id").asText() + "/documents";
        assertThat(koppel.api(documents).path("items").findValuesAsText("type")).contains("Order");
        HttpResponse<String> own = koppel.getApiAs("bouwgroep", documents);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).doesNotContain("\"type\":\"Order\"");

        HttpResponse<String> refused = post(
                "customer.bouwgroep.api.key",
                "application/json",
                "{\"type\":\"OrderResponse\",\"number\":\"1\",\"order\":\"" + sent.number()
                        + "\",\"status\":\"ACCEPTED\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ONLY_FROM_BACK_OFFICE");
    }

    @Test
    void anAnswerWhosePriceIsAsTheOrderHasItIsShownAsItCameAndOtherwiseThePageSaysWhy() throws Exception {
        CxmlOrder sent =
                CxmlOrder.of(koppel, "bouwgroep").line("10", "100001", "2", orders.price("bouwgroep", "100001"));
        koppel.postCxml(sent.xml());
        arrived(sent.number() + ".xml");

        HttpResponse<String> taken = post("api.key", "text/xml", confirmation(sent.number()));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        JsonNode order = orders.answered(sent.number());
        JsonNode message =
                koppel.api("/api/v1/messages/" + Koppel.json(taken).path("id").asText());
        String came = "/console/documents/"
                + message.path("documents").path(0).path("id").asText() + "/content?format=";
        HttpResponse<String> shown = console.get(came + "pdf");

        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.body())
                .contains("The document cannot be had in this format", "line 10, price", "for how many units it is");
        assertThat(console.get(came + "json").statusCode()).isEqualTo(200);
        assertThat(console.page(
                        "/console/documents/" + document(order, "OrderResponse") + "/content?format=koppel-xml"))
                .contains("9.99");
    }

    private static String confirmation(String order) {
        return "<cXML payloadID=\"SO-" + order + "@erp\" timestamp=\"2026-11-23T08:30:00+01:00\"><Header>"
                + "<From><Credential domain=\"DUNS\"><Identity>erp</Identity></Credential></From>"
                + "<To><Credential domain=\"DUNS\"><Identity>shop</Identity></Credential></To>"
                + "<Sender><Credential domain=\"DUNS\"><Identity>erp</Identity></Credential><UserAgent>ERP</UserAgent>"
                + "</Sender></Header><Request><ConfirmationRequest><ConfirmationHeader confirmID=\"SO-" + order
                + "\" operation=\"new\" type=\"detail\" noticeDate=\"2026-11-23T08:30:00+01:00\">"
                + "<Contact role=\"soldTo\" addressID=\"bouwgroep\"><Name xml:lang=\"nl\">Bouwgroep</Name></Contact>"
                + "</ConfirmationHeader><OrderReference orderID=\"" + order + "\"><DocumentReference payloadID=\"\"/>"
                + "</OrderReference><ConfirmationItem quantity=\"2\" lineNumber=\"10\">"
                + "<UnitOfMeasure>EA</UnitOfMeasure><ConfirmationStatus quantity=\"2\" type=\"detail\">"
                + "<UnitOfMeasure>EA</UnitOfMeasure><UnitPrice><Money currency=\"EUR\">9.99</Money></UnitPrice>"
                + "</ConfirmationStatus></ConfirmationItem></ConfirmationRequest></Request></cXML>";
    }

    private static String desadv(String order, String number, String quantity) {
        String reference = Integer.toString(Math.abs(number.hashCode()));
        return "UNB+UNOC:3+ERP:14+SUPPLIER:14+261121:0930+" + reference + "'UNH+1+DESADV:D:96A:UN:EAN005'BGM+351+"
                + number
                + "+9'DTM+137:202611211330:203'RFF+ON:" + order
                + "'CPS+2+1'PAC+1++PX'PCI+33E'GIN+BJ+354123450000000014'LIN+1'QTY+12:" + quantity + ":PCE'RFF+LI:10'"
                + "CNT+2:1'UNT+13+1'UNZ+1+" + reference + "'";
    }

    /** What became of a message that was taken. */
    private String problems(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String message = Koppel.json(answer).path("id").asText();
        return Koppel.await(
                        "the message to be refused",
                        () -> koppel.api("/api/v1/messages/" + message),
                        m -> m.path("status").asText().equals("REJECTED"))
                .toString();
    }

    /** What went out. */
    private String document(JsonNode order, String type) {
        for (JsonNode document :
                koppel.api(order.path("links").path("documents").asText()).path("items")) {
            if (document.path("type").asText().equals(type)
                    && document.path("direction").asText().equals("OUT")) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No " + type);
    }

    private String arrived(String file) throws Exception {
        return Files.readString(Arrived.in(Path.of(koppel.property("sftp.dir")), file));
    }

    private HttpResponse<String> post(String key, String type, String body) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", "Bearer " + koppel.property(key))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
    }
}
