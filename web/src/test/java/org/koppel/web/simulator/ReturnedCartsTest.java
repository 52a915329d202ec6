package org.koppel.web.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.party.CxmlSignatures.Signature;
import org.koppel.party.Supplier;
import org.koppel.punchout.FormField;
import org.koppel.web.simulator.judge.Dom;
import org.w3c.dom.Element;

class ReturnedCartsTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00+01:00");
    private static final Coupling WHO =
            new Coupling("bouwgroep", "Bouwgroep & Zn", "bg", "DUNS", "bouwgroep", null, null, null, null);
    private static final Supplier SUPPLIER =
            new Supplier("Supplier", null, null, "987", null, null, null, "BE", null, null, null, null);
    private static final ReturnedLine LINE =
            new ReturnedLine("1", "100001", "B-1", "ABC", "Kabel <2m>", "4", "MTR", "87.50", "100", "EUR");

    private static CxmlRequests requests(String system) {
        return new CxmlRequests(BuyerSystems.byId(system).orElseThrow(), WHO, SUPPLIER, MONDAY);
    }

    private static Element parsed(String document) {
        return Dom.parse(document).orElseThrow();
    }

    @Test
    void theLinesOfAnOciCartAreReadInTheCustomersOwnSpelling() {
        List<FormField> fields =
                FormBody.read("NEW_ITEM-VENDORMAT%5B1%5D=100001&NEW_ITEM-QUANTITY[1]=4,5&NEW_ITEM-UNIT[1]=M"
                        + "&NEW_ITEM-PRICE[1]=12,30&NEW_ITEM-PRICEUNIT[1]=10&NEW_ITEM-CURRENCY[1]=EUR&NEW_ITEM-DESCRIPTION[1]=K%E4bel"
                        + "&NEW_ITEM-EXT_QUOTE_ID[1]=ABC&~OkCode=ADDI");

        assertThat(ReturnedCarts.oci(fields, Map.of("M", "MTR"), ","))
                .containsExactly(
                        new ReturnedLine("1", "100001", "", "ABC", "Käbel", "4.5", "MTR", "12.30", "10", "EUR"));
    }

    @Test
    void thePriceOfAnIdsPositionIsThatOfTheWholeLine() {
        String basket = "<Warenkorb><Order><OrderInfo><OfferNo>ABC</OfferNo><Cur>EUR</Cur></OrderInfo><OrderItem>"
                + "<ArtNo>100001</ArtNo><Qty>4.00</Qty><QU>PCE</QU><Kurztext>K</Kurztext><NetPrice>50.00</NetPrice>"
                + "</OrderItem></Order></Warenkorb>";

        assertThat(ReturnedCarts.ids(List.of(new FormField("warenkorb", basket))))
                .containsExactly(new ReturnedLine("1", "100001", "", "ABC", "K", "4.00", "PCE", "12.5", "1", "EUR"));
    }

    @Test
    void theOrderHasTheCartsLinesTheirTotalAndTheirReference() {
        Element order = parsed(requests("sap-ariba").order("0123456789ab", "SIM-1", List.of(LINE), null, "nl"));

        assertThat(Dom.text(order, "Request", "OrderRequest", "OrderRequestHeader", "Total", "Money"))
                .contains("3.50");
        Element item = Dom.at(order, "Request", "OrderRequest", "ItemOut").orElseThrow();
        assertThat(Dom.text(item, "ItemID", "SupplierPartAuxiliaryID")).contains("ABC");
        assertThat(Dom.text(item, "ItemDetail", "Description")).contains("Kabel <2m>");
        assertThat(Dom.at(item, "ItemDetail", "PriceBasisQuantity")
                        .orElseThrow()
                        .getAttribute("quantity"))
                .isEqualTo("100");
        assertThat(Dom.at(order, "Request").orElseThrow().getAttribute("deploymentMode"))
                .isEqualTo("test");
    }

    @Test
    void anEditSendsTheCartAndASignatureStandsOnlyWhereItIsSent() {
        Wish wish = new Wish(
                BuyerSystems.byId("coupa").orElseThrow(),
                Operation.EDIT,
                "",
                "",
                "",
                "https://k/r?a=1&b=2",
                "en",
                true,
                List.of(LINE));
        String covered = requests("coupa").setup(wish, "0123456789abcdef");
        String signed = CxmlRequests.signed(covered, new Signature("T", "A", "from", "to", "c0de"));

        assertThat(parsed(covered).getElementsByTagName("ItemOut").getLength()).isEqualTo(1);
        assertThat(covered)
                .contains("operation=\"edit\"", "https://k/r?a=1&amp;b=2")
                .doesNotContain("c0de");
        assertThat(parsed(signed).getElementsByTagName("CredentialMac").item(0).getTextContent())
                .isEqualTo("c0de");
    }

    @Test
    void everySystemHasItsOwnNameAndAShopToOpen() {
        assertThat(BuyerSystems.all())
                .extracting(BuyerSystem::id)
                .doesNotHaveDuplicates()
                .hasSize(11);
        assertThat(BuyerSystems.all())
                .allSatisfy(s -> assertThat(s.operations()).contains(Operation.CREATE));
    }

    @Test
    void aFormIsReadAsItWasWritten() {
        List<FormField> fields = List.of(new FormField("a b", "1&2=é"), new FormField("~OkCode", ""));

        assertThat(FormBody.read(FormBody.write(fields))).isEqualTo(fields);
        assertThat(Set.copyOf(FormBody.read("%zz=1"))).containsExactly(new FormField("%zz", "1"));
    }
}
