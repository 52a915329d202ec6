package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A buyer's system opens the shop by cXML and gets the cart back as a PunchOutOrderMessage. */
class CxmlPunchOutIT {
    private static final String COOKIE = "<b:id xmlns:b=\"urn:b\" n=\"1 &amp; 2\">34 &lt; 35</b:id>";

    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "zorggroep");
    private final URI home = buyer.address("/inbound?visit=7&x=a%20b");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aCartFilledInABrowserComesHomeAsOneUrlencodedField() throws Exception {
        List<BuyersSystem.Field> fields;
        try (Browser browser = Browser.open()) {
            browser.go(URI.create(punchOut().cookie(COOKIE).ask().startPage()));
            browser.type("#q", "100001").press("header form.find button");
            browser.type("#n-100001", "2").press("form.add button");
            browser.read("#minicart .count", "1");
            browser.press("#minicart").press("form[action$='/transfer'] button");
            fields = buyer.returned();
            assertThat(browser.read("#back", "Back")).isNotBlank();
        }

        assertThat(fields).extracting(BuyersSystem.Field::name).containsExactly("cxml-urlencoded");
        assertThat(fields.get(0).value()).matches("\\p{ASCII}*").contains("<BuyerCookie>" + COOKIE + "</BuyerCookie>");
        Element message = CxmlPunchOut.parsed(fields.get(0).value()).getDocumentElement();
        assertCart(message, "zorggroep", "2");
    }

    @Test
    void theSameCartFindsItsApprovedOrder() throws Exception {
        Craftsman shopping = shopping(punchOut());
        shopping.add("100001", "2");
        Element message = message(shopping.transfer(), "cxml-urlencoded");
        String auxiliary = CxmlPunchOut.text(message, "SupplierPartAuxiliaryID");
        CxmlOrder order = CxmlOrder.of(koppel, "zorggroep")
                .line(
                        "1",
                        "100001",
                        "2",
                        CxmlPunchOut.text(message, "UnitPrice").strip());
        koppel.postCxml(order.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + auxiliary + "</SupplierPartAuxiliaryID>"));

        assertThat(new PurchaseOrders(koppel).answered(order.number()).has("cart"))
                .isTrue();
    }

    @Test
    void theOtherSpellingIsBase64() throws Exception {
        Craftsman shopping = shopping(new CxmlPunchOut(koppel, "amerco", home));
        shopping.add("100001", "3");

        Craftsman.Home back = shopping.transfer();

        assertThat(back.fields()).containsOnlyKeys("cXML-base64");
        assertCart(message(back, "cXML-base64"), "amerco", "3");
    }

    @Test
    void whoCancelsBringsHomeAStatus204() {
        Craftsman shopping = shopping(punchOut().cookie(COOKIE));
        shopping.add("100001", "2");

        Element message = message(shopping.cancel(), "cxml-urlencoded");

        Element status = (Element) message.getElementsByTagName("Status").item(0);
        assertThat(status.getAttribute("code")).isEqualTo("204");
        assertThat(message.getElementsByTagName("ItemIn").getLength()).isZero();
    }

    @Test
    void aSelectedArticleOpensItsPageInTheLanguageOfTheRequest() {
        CxmlPunchOut.Answer answer = punchOut()
                .with("<SelectedItem><ItemID><SupplierPartID>100001</SupplierPartID></ItemID></SelectedItem>")
                .ask();

        assertThat(answer.startPage()).endsWith("/articles/100001");
        assertThat(koppel.get(answer.startPage()).body()).contains("100001", "<html lang=\"en\"");
    }

    @Test
    void siteAndAgreedExtrinsicsTravelAlongAndWhatIsPersonalDoesNot() {
        Craftsman shopping = shopping(
                punchOut()
                        .extrinsics("<Extrinsic name=\"CostCenter\">4100</Extrinsic>"
                                + "<Extrinsic name=\"UserEmail\">els@zorggroep.example</Extrinsic>"
                                + "<Extrinsic name=\"Plant\">P1</Extrinsic>")
                        .with(
                                "<Contact role=\"endUser\"><Name xml:lang=\"nl\">Els Claes</Name></Contact>"
                                        + "<ShipTo><Address addressID=\"main\"><Name xml:lang=\"nl\">De Linde</Name></Address></ShipTo>"));
        assertThat(shopping.page("").body()).contains("Els Claes", " · MAIN</p>");
        shopping.add("100001", "1");

        Element message = message(shopping.transfer(), "cxml-urlencoded");

        assertThat(message.getElementsByTagName("Extrinsic").getLength()).isEqualTo(1);
        assertThat(CxmlPunchOut.text(message, "Extrinsic")).isEqualTo("4100");
    }

    @Test
    void aBuyerOfSeveralNamesWhoSignsInsteadOfTellingTheSecretIsLetIn() throws Exception {
        String identity = koppel.property("customer.zorggroep.cxml.identity");
        String created = "2026-01-05T08:00:00+00:00";
        String expires = "2099-01-05T08:00:00+00:00";
        String mac = "<CredentialMac type=\"FromSenderCredentials\" algorithm=\"HMAC-SHA1-96\" creationDate=\""
                + created + "\" expirationDate=\"" + expires + "\">" + sign(identity, created, expires)
                + "</CredentialMac>";
        String signed = punchOut()
                .xml()
                .replaceFirst("<SharedSecret>[^<]*</SharedSecret>", mac)
                .replace("<Sender>", "<Sender><Credential domain=\"NetworkId\"><Identity>hub</Identity></Credential>")
                .replace("<From>", "<From><Credential domain=\"NetworkId\"><Identity>AN01-T</Identity></Credential>");

        assertThat(CxmlPunchOut.send(koppel, signed).code()).isEqualTo("200");
        assertThat(CxmlPunchOut.send(koppel, signed.replace("2099-01", "2099-02"))
                        .code())
                .isEqualTo("401");
    }

    @Test
    void theProfileNamesWhatIsServedAndAnswersNameTheAgreedDtd() {
        CxmlOrder envelope = CxmlOrder.of(koppel, "amerco");
        CxmlPunchOut.Answer profile = CxmlPunchOut.send(koppel, envelope.request("<ProfileRequest/>"));

        NodeList served = profile.root().getElementsByTagName("Transaction");
        assertThat(IntStream.range(0, served.getLength())
                        .mapToObj(i -> ((Element) served.item(i)).getAttribute("requestName")))
                .containsExactly("OrderRequest", "ProfileRequest", "PunchOutSetupRequest", "StatusUpdateRequest");
        assertThat(new CxmlPunchOut(koppel, "amerco", home).ask().xml()).contains("/1.2.021/cXML.dtd");
        assertThat(punchOut().ask().xml()).contains("/1.2.014/cXML.dtd");
    }

    @Test
    void theCatalogueIsOpenToTheCustomerItWasAgreedWith() {
        String index = koppel.send(koppel.request("/cxml/index.xml")
                        .header("Authorization", koppel.bearer("zorggroep"))
                        .GET())
                .body();
        String password = Base64.getEncoder()
                .encodeToString(
                        ("any:" + koppel.property("customer.zorggroep.api.key")).getBytes(StandardCharsets.UTF_8));
        String cif = koppel.send(koppel.request("/cxml/catalogue.cif")
                        .header("Authorization", "Basic " + password)
                        .GET())
                .body();

        NodeList articles = CxmlPunchOut.parsed(index).getElementsByTagName("IndexItem");
        assertThat(articles.getLength()).isGreaterThan(1_000);
        assertThat(index).contains("<SupplierPartID>100001</SupplierPartID>").doesNotContain(">100999<");
        assertThat(cif).startsWith("CIF_I_V3.0\r\n").endsWith("ENDOFDATA\r\n").contains(",100001,");
        assertThat(cif.lines().filter(l -> l.endsWith(",product"))).hasSize(articles.getLength());
        assertThat(koppel.get("/cxml/index.xml").statusCode()).isEqualTo(401);
        assertThat(koppel.send(koppel.request("/cxml/index.xml")
                                .header("Authorization", koppel.bearer("amerco"))
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }

    private String sign(String identity, String created, String expires) throws GeneralSecurityException {
        String domain = koppel.property("customer.zorggroep.cxml.domain");
        String who = (domain + '\0' + identity + '\0').toLowerCase(Locale.ROOT);
        Mac hmac = Mac.getInstance("HmacSHA1");
        byte[] secret = koppel.property("customer.zorggroep.cxml.secret").getBytes(StandardCharsets.UTF_8);
        hmac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] code = hmac.doFinal((who + who + created + '\0' + expires + '\0').getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(code, 12));
    }

    @Test
    void everyRequestOpensAVisitOfItsOwn() {
        CxmlPunchOut request = punchOut();
        String first = request.ask().startPage();
        shopping(first).add("100001", "2");

        String second = request.ask().startPage();

        assertThat(second).isNotEqualTo(first);
        assertThat(shopping(second).page("cart").body()).doesNotContain("q-100001");
    }

    @Test
    void whatIsRefusedIsSaidByAStatusInsideHttp200() {
        CxmlPunchOut wrongSecret = punchOut();
        wrongSecret.envelope().secret("not-the-secret");
        assertRefused("401", wrongSecret.ask(), "not known here");
        assertRefused("401", strangersFor("zorggroep").ask(), "not known here");
        assertRefused(
                "400",
                new CxmlPunchOut(koppel, "zorggroep", URI.create("https://evil.example/inbound")).ask(),
                "allowed origins");
        String forgetful = punchOut().xml().replaceFirst("<BuyerCookie>.*</BuyerCookie>", "");
        assertRefused("400", CxmlPunchOut.send(koppel, forgetful), "BuyerCookie");
        assertThat(CxmlPunchOut.parsed(koppel.get("/cxml").body())
                        .getElementsByTagName("Status")
                        .getLength())
                .isEqualTo(1);
        assertRefused("450", punchOut().operation("destroy").ask(), "operation");
    }

    /** amerco with its own secret, in the name of another customer. */
    private CxmlPunchOut strangersFor(String customer) {
        CxmlPunchOut request = new CxmlPunchOut(koppel, "amerco", home);
        request.envelope().from(koppel.property("customer." + customer + ".cxml.identity"));
        return request;
    }

    private static void assertRefused(String code, CxmlPunchOut.Answer answer, String why) {
        assertThat(answer.code()).as(answer.xml()).isEqualTo(code);
        assertThat(answer.why()).contains(why);
        assertThat(answer.root().getElementsByTagName("StartPage").getLength()).isZero();
    }

    private CxmlPunchOut punchOut() {
        return new CxmlPunchOut(koppel, "zorggroep", home);
    }

    private Craftsman shopping(CxmlPunchOut request) {
        return shopping(request.ask().startPage());
    }

    private Craftsman shopping(String startPage) {
        return new Craftsman(koppel, URI.create(startPage).getPath());
    }

    /** The document that a form brings home. */
    private Element message(Craftsman.Home back, String field) {
        assertThat(back.address()).isEqualTo(home.toString());
        String value = back.fields().get(field);
        assertThat(value).as(back.toString()).isNotNull();
        String xml = field.endsWith("base64")
                ? new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)
                : value;
        Document document = CxmlPunchOut.parsed(xml);
        return document.getDocumentElement();
    }

    private void assertCart(Element message, String customer, String quantity) {
        Element item = (Element) message.getElementsByTagName("ItemIn").item(0);
        assertThat(message.getElementsByTagName("ItemIn").getLength()).isEqualTo(1);
        assertThat(item.getAttribute("quantity")).isEqualTo(quantity);
        assertThat(CxmlPunchOut.text(item, "SupplierPartID")).isEqualTo("100001");
        assertThat(CxmlPunchOut.text(item, "SupplierPartAuxiliaryID")).matches("[0-9A-Z]{12}");
        assertThat(new BigDecimal(CxmlPunchOut.text(item, "UnitPrice")))
                .isEqualByComparingTo(new PurchaseOrders(koppel).price(customer, "100001"));
        assertThat(message.getElementsByTagName("SharedSecret").getLength()).isZero();
        assertThat(message.getElementsByTagName("Status").getLength()).isZero();
        Element to = (Element) message.getElementsByTagName("To").item(0);
        assertThat(CxmlPunchOut.text(to, "Identity").strip())
                .isEqualTo(koppel.property("customer." + customer + ".cxml.identity"));
    }
}
