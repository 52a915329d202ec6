package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A cart that is in a requisition already comes back into the shop, to be changed or to be looked at. */
class CxmlEditIT {
    private static final String FIELD = "cxml-urlencoded";

    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "zorggroep");
    private final URI home = buyer.address("/inbound");
    private final String today = new PurchaseOrders(koppel).price("zorggroep", "100001");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aBuyerChangesTheOldCartInABrowserAndItComesHomeUnderItsOldReference() throws Exception {
        Element before = created();
        String reference = CxmlPunchOut.text(before, "SupplierPartAuxiliaryID");
        String lines = line("100001", reference, "2", "0.01", "EA") + line("no-such", reference, "1", "5", "EA");
        String cart;
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(URI.create(ask("edit", lines).startPage()));
            assertThat(browser.address()).endsWith("/cart");
            browser.read("main", "What you hand over replaces it");
            browser.read("main", "Dearer than in your requisition");
            browser.read("main", "As it was called");
            browser.read("main", "not in your assortment, or not known to us");
            assertThat(browser.see("form[action$='/transfer'] button").isEnabled())
                    .isFalse();
            browser.press("form[action$='/lines/no-such/remove'] button");
            browser.type("#q-100001", "7").press("form[action$='/lines/100001'] button");
            browser.press("form[action$='/transfer'] button").press("#punchout-return button");
            cart = buyer.returned().get(0).value(); // before the browser is gone and its request with it
        }

        Element after = CxmlPunchOut.parsed(cart).getDocumentElement();
        assertThat(after.getElementsByTagName("ItemIn").getLength()).isEqualTo(1);
        assertThat(((Element) after.getElementsByTagName("ItemIn").item(0)).getAttribute("quantity"))
                .isEqualTo("7");
        assertThat(CxmlPunchOut.text(after, "SupplierPartAuxiliaryID")).isEqualTo(reference);
        assertThat(after.getAttribute("payloadID")).isNotEqualTo(before.getAttribute("payloadID"));
        assertThat(((Element) after.getElementsByTagName("PunchOutOrderMessageHeader")
                                .item(0))
                        .getAttribute("operationAllowed"))
                .isEqualTo("edit");
    }

    @Test
    void aChangedUnitIsMarkedAndAnUnchangedLineIsNot() {
        String reference = CxmlPunchOut.text(created(), "SupplierPartAuxiliaryID");

        String unit = page(ask("edit", line("100001", reference, "2", today, "BX")));
        String same = page(ask("edit", line("100001", reference, "2", today, "EA")));

        assertThat(unit).contains("The unit has changed");
        assertThat(same).contains("q-100001").doesNotContain("The unit has changed", "than in your requisition");
    }

    @Test
    void anEmptiedCartComesHomeEmptyAndIsNoCancellation() {
        String reference = CxmlPunchOut.text(created(), "SupplierPartAuxiliaryID");
        Craftsman edit = shopping(ask("edit", line("100001", reference, "2", today, "EA")));
        edit.remove("100001");
        assertThat(edit.page("cart").body())
                .contains("its lines are removed from your requisition", "nothing is ordered")
                .doesNotContain("for approval");

        Element message =
                CxmlPunchOut.parsed(edit.transfer().fields().get(FIELD)).getDocumentElement();

        assertThat(message.getElementsByTagName("ItemIn").getLength()).isZero();
        assertThat(message.getElementsByTagName("Status").getLength()).isZero();
    }

    @Test
    void whoLeavesAnEditLeavesTheOldCartAsItWas() {
        String reference = CxmlPunchOut.text(created(), "SupplierPartAuxiliaryID");
        Craftsman edit = shopping(ask("edit", line("100001", reference, "2", today, "EA")));
        edit.remove("100001");

        Element message = CxmlPunchOut.parsed(edit.cancel().fields().get(FIELD)).getDocumentElement();

        assertThat(((Element) message.getElementsByTagName("Status").item(0)).getAttribute("code"))
                .isEqualTo("204");
    }

    @Test
    void whoInspectsSeesTheCartAndCanOnlyGoBack() {
        String reference = CxmlPunchOut.text(created(), "SupplierPartAuxiliaryID");
        CxmlPunchOut.Answer answer = ask("inspect", line("100001", reference, "2", "0.01", "EA"));
        Craftsman look = shopping(answer);

        String cart = page(answer);
        assertThat(cart)
                .contains("Nothing can be changed here", "100001", "Back to your requisition", "Dearer than")
                .doesNotContain("cart/lines", "/transfer\"");
        assertThat(look.page("articles/100001").body()).doesNotContain("cart/lines");
        assertThat(look.page("").body()).doesNotContain("/quick\"", "/lists\"");

        assertRefused(look.post("cart/lines", Map.of("article", "100002", "quantity", "100")));
        assertRefused(look.post("cart/lines/100001", Map.of("quantity", "9")));
        assertRefused(look.post("cart/lines/100001/remove", Map.of()));
        assertRefused(look.post("cart/copy", Map.of()));
        assertRefused(look.post("quick", Map.of("number", "100001", "quantity", "1")));
        assertRefused(look.post("lists", Map.of("name", "mine")));
        assertRefused(look.post("transfer", Map.of()));
        assertRefused(look.page("transfer"));
        assertRefused(look.page("cart/data"));
        assertRefused(look.post("cart/data", Map.of("costCentre", "1")));
        assertThat(page(answer)).isEqualTo(cart);
        Element message = CxmlPunchOut.parsed(look.cancel().fields().get(FIELD)).getDocumentElement();
        assertThat(((Element) message.getElementsByTagName("Status").item(0)).getAttribute("code"))
                .isEqualTo("204");
        assertThat(page(answer)).isEqualTo(cart);
    }

    @Test
    void aSourcingVisitBeginsWithTheLinesThatAreWanted() {
        Craftsman source = shopping(ask("source", line("100001", null, "3", today, "EA")));

        Element message =
                CxmlPunchOut.parsed(source.transfer().fields().get(FIELD)).getDocumentElement();

        assertThat(((Element) message.getElementsByTagName("ItemIn").item(0)).getAttribute("quantity"))
                .isEqualTo("3");
    }

    @Test
    void onlyCartsOfOursComeBackAndOnlyWhereThatIsAgreed() {
        assertThat(ask("edit", "").code()).isEqualTo("412");
        assertThat(ask("inspect", "").code()).isEqualTo("412");
        CxmlPunchOut.Answer unknown = ask("edit", line("100001", "NOTACARTOFUS", "2", today, "EA"));
        assertThat(unknown.code()).isEqualTo("412");
        assertThat(unknown.why()).contains("create");
        assertThat(ask("edit", line("100001", null, "1,5", today, "EA")).code()).isEqualTo("400");
        assertThat(ask("edit", line("100001", null, "2", today, "EA")).code()).isEqualTo("412");
        assertThat(ask("inspect", line("100001", null, "2", today, "EA")).code())
                .isEqualTo("200");
        String theirs = CxmlPunchOut.text(created(), "SupplierPartAuxiliaryID");
        CxmlPunchOut onlyCreates =
                new CxmlPunchOut(koppel, "amerco", home).operation("edit").with(line("100001", theirs, "2", "1", "EA"));
        assertThat(onlyCreates.ask().code()).isEqualTo("450");
        CxmlPunchOut stranger = new CxmlPunchOut(koppel, "ediplus", home)
                .operation("inspect")
                .with(line("100001", theirs, "2", "1", "EA"));
        assertThat(stranger.ask().code()).isEqualTo("412");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("can only be looked at");
    }

    /** The message of a cart with two of an article. */
    private Element created() {
        return CxmlPunchOut.former(koppel, home);
    }

    private CxmlPunchOut.Answer ask(String operation, String lines) {
        return new CxmlPunchOut(koppel, "zorggroep", home)
                .operation(operation)
                .with(lines)
                .ask();
    }

    private Craftsman shopping(CxmlPunchOut.Answer answer) {
        return new Craftsman(koppel, URI.create(answer.startPage()).getPath());
    }

    private String page(CxmlPunchOut.Answer answer) {
        return koppel.get(answer.startPage()).body();
    }

    private static String line(String article, String reference, String quantity, String price, String unit) {
        String auxiliary =
                reference == null ? "" : "<SupplierPartAuxiliaryID>" + reference + "</SupplierPartAuxiliaryID>";
        return "<ItemOut quantity=\"" + quantity + "\"><ItemID><SupplierPartID>" + article + "</SupplierPartID>"
                + auxiliary + "</ItemID><ItemDetail><UnitPrice><Money currency=\"EUR\">" + price
                + "</Money></UnitPrice><Description xml:lang=\"en\">As it was called</Description><UnitOfMeasure>"
                + unit
                + "</UnitOfMeasure><Classification domain=\"UNSPSC\">39120000</Classification></ItemDetail></ItemOut>";
    }
}
