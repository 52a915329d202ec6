package org.koppel.punchout.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.cxml.CxmlDtd.valid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.punchout.ACartItem;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Visit;
import org.koppel.punchout.Wishes;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OrderMessageWriterTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");
    private static final String COOKIE = "<b:id xmlns:b=\"urn:b\">34 &lt; 35</b:id>";
    private static final CxmlConnection NZI = new CxmlConnection(
            "cxml-urlencoded", "1.2.050", "1.2.014", "NZI", false, "edit", List.of("CostCenter", "UserEmail"), false);

    private static Visit visit(CxmlConnection agreed) {
        PunchOutRequest request = new PunchOutRequest(
                new DocumentNumber("p-1"),
                "create",
                COOKIE,
                "https://buyer.example/return?a=1",
                true,
                List.of(new Identity("NetworkId", "AN01-T"), new Identity("DUNS", "zorggroep")),
                List.of(new Identity("DUNS", "supplier")),
                "nl",
                null,
                null,
                null,
                null,
                Map.of("CostCenter", "4100", "UserEmail", "els@zorggroep.example", "Other", "x"),
                List.of());
        return new Visit(
                new UUID(0, 7),
                new PartyId("zorggroep"),
                "Zorggroep",
                null,
                "CXML",
                "nl",
                CxmlReturn.address(URI.create(request.returnUrl()), request, agreed),
                List.of());
    }

    private static CartItem cable(List<Classification> classifications) {
        return ACartItem.of(1, "100002", "Kabel Ø 3 mm \uD83D\uDE00")
                .longText("Lange tekst <b>")
                .quantity(new BigDecimal("250"), new UnitCode("MTR"))
                .price(new Price(Money.of("87.50", "EUR"), new BigDecimal("100")))
                .leadTimeDays(2)
                .buyersId("K-1")
                .manufacturer("Maker")
                .manufacturersId("M-1")
                .classifications(classifications)
                .build();
    }

    private static final CxmlConnection PER_ONE = new CxmlConnection("cxml-urlencoded", "1.2.014", "UNSPSC", true);

    private static final List<Classification> CODES =
            List.of(new Classification("UNSPSC", null, "26121600"), new Classification("NZI", null, "N77"));

    private static String cart(CxmlConnection agreed, List<Classification> codes) {
        return new OrderMessageWriter(agreed, visit(agreed), "EUR", Map.of())
                .write("CART12345678", List.of(cable(codes)), MONDAY);
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void aCartIsValidAndSaysEverythingAboutItsLine() throws Exception {
        Element root = valid(cart(NZI, CODES));

        assertThat(text(root, "SupplierPartID")).isEqualTo("100002");
        assertThat(text(root, "SupplierPartAuxiliaryID")).isEqualTo("CART12345678");
        assertThat(text(root, "Total")).isEqualTo("218.75");
        assertThat(text(root, "UnitPrice")).isEqualTo("87.50");
        assertThat(text(root, "PriceBasisQuantity")).isEqualTo("MTR");
        assertThat(text(root, "ShortName")).isEqualTo("Kabel Ø 3 mm \uD83D\uDE00");
        assertThat(text(root, "Classification")).isEqualTo("N77");
    }

    @Test
    void aLineWithoutAnyCodeIsStillValid() throws Exception {
        assertThat(text(valid(cart(NZI, List.of())), "Classification")).isEqualTo("unclassified");
    }

    @Test
    void theCartIsPlainAsciiAndItsCookieUntouched() {
        assertThat(cart(NZI, CODES))
                .matches("\\p{ASCII}*")
                .contains("<BuyerCookie>" + COOKIE + "</BuyerCookie>", "/1.2.050/cXML.dtd", "&#128512;");
    }

    @Test
    void theCartGoesFromUsToEveryIdentityOfTheBuyer() throws Exception {
        Element root = valid(cart(NZI, CODES));
        Element to = (Element) root.getElementsByTagName("To").item(0);

        assertThat(text(root, "From")).isEqualTo("supplier");
        assertThat(to.getElementsByTagName("Credential").getLength()).isEqualTo(2);
        assertThat(((Element) root.getElementsByTagName("Message").item(0)).getAttribute("deploymentMode"))
                .isEqualTo("test");
    }

    @Test
    void aPricePerOneLeavesNoPriceBasis() throws Exception {
        Element root = valid(cart(new CxmlConnection("cxml-urlencoded", "1.2.014", "UNSPSC", true), CODES));

        assertThat(text(root, "UnitPrice")).isEqualTo("0.875");
        assertThat(text(root, "Total")).isEqualTo("218.75");
        assertThat(root.getElementsByTagName("PriceBasisQuantity").getLength()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // price, per, quantity, price of one, what the line comes to
        "87.50, 100, 250, 0.875, 218.75",
        "123.4567, 100, 9999999, 1.234567, 12345668.77",
        "19.5, 1000, 300, 0.0195, 5.85",
        "123.4567, 1000, 10000, 0.123457, 1234.57",
        "1.00, 3, 10000, 0.333333, 3333.33",
        "4.99, 12, 10000, 0.415833, 4158.33"
    })
    void aPriceOfOneCostsTheSameToTheCentUpToTenThousandUnits(
            String price, String per, String quantity, String one, String amount) throws Exception {
        CartItem item = priced(new Price(Money.of(price, "EUR"), new BigDecimal(per)), quantity);
        Element root = valid(new OrderMessageWriter(PER_ONE, visit(PER_ONE), "EUR", Map.of())
                .write("CART12345678", List.of(item), MONDAY));

        assertThat(new BigDecimal(text(root, "UnitPrice"))).isEqualByComparingTo(one);
        assertThat(text(root, "Total")).isEqualTo(amount);
        assertThat(new BigDecimal(text(root, "UnitPrice"))
                        .multiply(new BigDecimal(quantity))
                        .setScale(2, RoundingMode.HALF_UP))
                .as("what the buyer's system makes of it")
                .isCloseTo(new BigDecimal(amount), Assertions.within(new BigDecimal("0.01")));
    }

    @Test
    void aPriceWithItsBasisIsExactWhateverTheQuantity() throws Exception {
        CartItem item = priced(new Price(Money.of("123.4567", "EUR"), new BigDecimal("1000")), "9999999");
        Element root = valid(
                new OrderMessageWriter(NZI, visit(NZI), "EUR", Map.of()).write("CART12345678", List.of(item), MONDAY));
        Element basis =
                (Element) root.getElementsByTagName("PriceBasisQuantity").item(0);

        assertThat(text(root, "UnitPrice")).isEqualTo("123.4567");
        assertThat(basis.getAttribute("quantity")).isEqualTo("1000");
        assertThat(basis.getAttribute("conversionFactor")).isEqualTo("1");
        assertThat(text(root, "Total")).isEqualTo("1234566.88");
    }

    private static CartItem priced(Price price, String quantity) {
        CartItem c = cable(CODES);
        return ACartItem.of(c.number(), c.article(), c.description())
                .longText(c.longText())
                .quantity(new BigDecimal(quantity), c.unit())
                .price(price)
                .leadTimeDays(c.leadTimeDays())
                .buyersId(c.buyersId())
                .manufacturer(c.manufacturer())
                .manufacturersId(c.manufacturersId())
                .gtin(c.gtin())
                .classifications(c.classifications())
                .build();
    }

    @Test
    void goingHomeWithoutACartIsStatus204WithoutLines() throws Exception {
        Element root = valid(new OrderMessageWriter(NZI, visit(NZI), "EUR", Map.of()).write(null, List.of(), MONDAY));

        assertThat(((Element) root.getElementsByTagName("Status").item(0)).getAttribute("code"))
                .isEqualTo("204");
        assertThat(root.getElementsByTagName("ItemIn").getLength()).isZero();
        assertThat(text(root, "Total")).isEqualTo("0.00");
    }

    @Test
    void agreedExtrinsicsComeBackOnEveryLineButNothingPersonal() throws Exception {
        Element root = valid(cart(NZI, CODES));

        assertThat(root.getElementsByTagName("Extrinsic").getLength()).isEqualTo(1);
        assertThat(((Element) root.getElementsByTagName("Extrinsic").item(0)).getAttribute("name"))
                .isEqualTo("CostCenter");
        assertThat(text(root, "Extrinsic")).isEqualTo("4100");
    }

    @Test
    void aChangedCartHasAnotherPayloadIdUnderTheSameReference() throws Exception {
        String first = valid(cart(NZI, CODES)).getAttribute("payloadID");

        assertThat(valid(cart(NZI, CODES)).getAttribute("payloadID")).isEqualTo(first);
        assertThat(valid(cart(NZI, List.of())).getAttribute("payloadID")).isNotEqualTo(first);
    }

    @Test
    void anEmptiedCartHasNoLinesAndNoStatus() throws Exception {
        Element root = valid(
                new OrderMessageWriter(NZI, visit(NZI), "EUR", Map.of()).write("CART12345678", List.of(), MONDAY));

        assertThat(root.getElementsByTagName("ItemIn").getLength()).isZero();
        assertThat(root.getElementsByTagName("Status").getLength()).isZero();
    }

    @Test
    void aLineThatSaysEverythingIsStillValid() throws Exception {
        Wishes wishes = new Wishes(LocalDate.of(2026, 2, 2), "4100", "For the <kitchen>", "MAIN", "Good luck");
        CartItem c = cable(CODES);
        CartItem item = ACartItem.of(c.number(), c.article(), c.description())
                .longText(c.longText())
                .quantity(c.quantity(), c.unit())
                .price(c.price())
                .leadTimeDays(c.leadTimeDays())
                .buyersId(c.buyersId())
                .manufacturer(c.manufacturer())
                .manufacturersId(c.manufacturersId())
                .gtin(c.gtin())
                .classifications(c.classifications())
                .wishes(wishes)
                .build();

        Element root = valid(
                new OrderMessageWriter(NZI, visit(NZI), "EUR", Map.of()).write("CART12345678", List.of(item), MONDAY));

        assertThat(text(root, "Comments")).isEqualTo("For the <kitchen>");
    }

    @Test
    void anOldVersionGetsNoMoreThanItKnowsAndLosesNoWord() throws Exception {
        CxmlConnection old = new CxmlConnection(
                "cxml-urlencoded", "1.2.014", "1.2.014", "NZI", false, "edit", List.of("CostCenter"), false);
        Wishes wishes = new Wishes(LocalDate.of(2026, 2, 2), null, "For the <kitchen>", "MAIN", null);
        CartItem c = cable(CODES);
        CartItem item = ACartItem.of(c.number(), c.article(), c.description())
                .quantity(c.quantity(), c.unit())
                .price(c.price())
                .buyersId(c.buyersId())
                .classifications(c.classifications())
                .wishes(wishes)
                .build();
        List<FileLink> files = List.of(new FileLink("plan.pdf", "https://shop.example/api/v1/attachments/1"));

        String xml = new OrderMessageWriter(old, visit(old), "EUR", Map.of(c.article(), files))
                .write("CART12345678", List.of(item), MONDAY);

        assertThat(text(valid(xml), "UnitPrice")).isEqualTo("0.875");
        assertThat(xml)
                .contains(
                        "<Extrinsic name=\"Comments\">For the &lt;kitchen&gt;<",
                        "<Extrinsic name=\"Attachment\">https://shop.example/api/v1/attachments/1<",
                        "<Extrinsic name=\"CostCenter\">4100<")
                .doesNotContain("BuyerPartID", "PriceBasisQuantity", "<Comments");
    }

    @Test
    void filesOfALineAreAttachedToItsComments() throws Exception {
        Map<String, List<FileLink>> files = Map.of(
                cable(CODES).article(),
                List.of(
                        new FileLink("plan & photo.pdf", "https://shop.example/api/v1/attachments/1"),
                        new FileLink("photo.png", "https://shop.example/api/v1/attachments/2")));

        Element root = valid(new OrderMessageWriter(NZI, visit(NZI), "EUR", files)
                .write("CART12345678", List.of(cable(CODES)), MONDAY));

        NodeList attached = ((Element) root.getElementsByTagName("Comments").item(0)).getElementsByTagName("URL");
        assertThat(attached.getLength()).isEqualTo(2);
        assertThat(((Element) attached.item(0)).getAttribute("name")).isEqualTo("plan & photo.pdf");
        assertThat(attached.item(1).getTextContent()).isEqualTo("https://shop.example/api/v1/attachments/2");
        assertThat(root.getAttribute("payloadID"))
                .isNotEqualTo(valid(cart(NZI, CODES)).getAttribute("payloadID"));
    }
}
