package org.koppel.punchout.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Visit;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

class OrderMessageWriterTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");
    private static final String COOKIE = "<b:id xmlns:b=\"urn:b\">34 &lt; 35</b:id>";
    /** The part of cXML 1.2 that a cart uses, in the order of its content models. */
    private static final String DTD = """
            <!ELEMENT cXML (Header, Message)>
            <!ATTLIST cXML payloadID CDATA #REQUIRED timestamp CDATA #REQUIRED xml:lang CDATA #IMPLIED>
            <!ELEMENT Header (From, To, Sender)>
            <!ELEMENT From (Credential+)> <!ELEMENT To (Credential+)> <!ELEMENT Sender (Credential+, UserAgent)>
            <!ELEMENT Credential (Identity)> <!ATTLIST Credential domain CDATA #REQUIRED>
            <!ELEMENT Identity (#PCDATA)> <!ELEMENT UserAgent (#PCDATA)>
            <!ELEMENT Message (Status?, PunchOutOrderMessage)>
            <!ATTLIST Message deploymentMode (production | test) "production">
            <!ELEMENT Status (#PCDATA)> <!ATTLIST Status code CDATA #REQUIRED text CDATA #REQUIRED>
            <!ELEMENT PunchOutOrderMessage (BuyerCookie, PunchOutOrderMessageHeader, ItemIn*)>
            <!ELEMENT BuyerCookie ANY> <!ELEMENT b:id (#PCDATA)> <!ATTLIST b:id xmlns:b CDATA #IMPLIED>
            <!ELEMENT PunchOutOrderMessageHeader (Total)>
            <!ATTLIST PunchOutOrderMessageHeader operationAllowed (create | inspect | edit) #REQUIRED>
            <!ELEMENT Total (Money)> <!ELEMENT Money (#PCDATA)> <!ATTLIST Money currency CDATA #REQUIRED>
            <!ELEMENT ItemIn (ItemID, ItemDetail)>
            <!ATTLIST ItemIn quantity CDATA #REQUIRED lineNumber CDATA #IMPLIED>
            <!ELEMENT ItemID (SupplierPartID, SupplierPartAuxiliaryID?, BuyerPartID?)>
            <!ELEMENT SupplierPartID (#PCDATA)> <!ELEMENT SupplierPartAuxiliaryID ANY> <!ELEMENT BuyerPartID (#PCDATA)>
            <!ELEMENT ItemDetail (UnitPrice, Description+, UnitOfMeasure, PriceBasisQuantity?, Classification+,
                ManufacturerPartID?, ManufacturerName?, LeadTime?)>
            <!ELEMENT UnitPrice (Money)> <!ELEMENT Description (#PCDATA | ShortName)*> <!ELEMENT ShortName (#PCDATA)>
            <!ATTLIST Description xml:lang CDATA #REQUIRED>
            <!ELEMENT UnitOfMeasure (#PCDATA)> <!ELEMENT PriceBasisQuantity (UnitOfMeasure)>
            <!ATTLIST PriceBasisQuantity quantity CDATA #REQUIRED conversionFactor CDATA #REQUIRED>
            <!ELEMENT Classification (#PCDATA)> <!ATTLIST Classification domain CDATA #REQUIRED>
            <!ELEMENT ManufacturerPartID (#PCDATA)> <!ELEMENT ManufacturerName (#PCDATA)>
            <!ATTLIST ManufacturerName xml:lang CDATA #IMPLIED>
            <!ELEMENT LeadTime (#PCDATA)>
            """;

    private static final CxmlConnection NZI = new CxmlConnection("cxml-urlencoded", "1.2.023", "NZI", false);

    private static Visit visit() {
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
                Map.of());
        return new Visit(
                new UUID(0, 7),
                new PartyId("zorggroep"),
                "Zorggroep",
                null,
                "CXML",
                "nl",
                CxmlReturn.address(request),
                List.of());
    }

    private static CartItem cable(List<Classification> classifications) {
        return new CartItem(
                1,
                "100002",
                "Kabel Ø 3 mm \uD83D\uDE00",
                "Lange tekst <b>",
                new BigDecimal("250"),
                new UnitCode("MTR"),
                new Price(Money.of("87.50", "EUR"), new BigDecimal("100")),
                2,
                "K-1",
                "Maker",
                "M-1",
                null,
                classifications);
    }

    private static final List<Classification> CODES =
            List.of(new Classification("UNSPSC", null, "26121600"), new Classification("NZI", null, "N77"));

    private static String cart(CxmlConnection agreed, List<Classification> codes) {
        return new OrderMessageWriter(agreed, visit(), "EUR").write("CART12345678", List.of(cable(codes)), MONDAY);
    }

    /** Parses and validates; a violation of the DTD fails the test. */
    private static Element valid(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader(DTD)));
        builder.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) throws SAXException {
                throw e;
            }
        });
        return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
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
                .contains("<BuyerCookie>" + COOKIE + "</BuyerCookie>", "/1.2.023/cXML.dtd", "&#128512;");
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

    @Test
    void goingHomeWithoutACartIsStatus204WithoutLines() throws Exception {
        Element root = valid(new OrderMessageWriter(NZI, visit(), "EUR").write(null, List.of(), MONDAY));

        assertThat(((Element) root.getElementsByTagName("Status").item(0)).getAttribute("code"))
                .isEqualTo("204");
        assertThat(root.getElementsByTagName("ItemIn").getLength()).isZero();
        assertThat(text(root, "Total")).isEqualTo("0.00");
    }
}
