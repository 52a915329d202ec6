package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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
                .line("1", "100001", "2", CxmlPunchOut.text(message, "UnitPrice").strip());
        koppel.postCxml(order.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + auxiliary + "</SupplierPartAuxiliaryID>"));

        assertThat(new PurchaseOrders(koppel).answered(order.number()).has("cart")).isTrue();
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
        assertRefused("400", punchOut().cookie("").ask(), "BuyerCookie");
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
