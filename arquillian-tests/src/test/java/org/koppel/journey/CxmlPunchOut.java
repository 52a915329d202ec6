package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A customer's procurement system that asks for visits by cXML. Every step changes one thing of a good request. */
final class CxmlPunchOut {
    private final Koppel koppel;
    private final CxmlOrder envelope;
    private final URI home;
    private String operation = "create";
    private String cookie = "cookie-" + UUID.randomUUID();
    private String beforePost = "";
    private String afterPost = "";

    /** @param home where the buyer's browser brings the cart */
    CxmlPunchOut(Koppel koppel, String customer, URI home) {
        this.koppel = koppel;
        this.envelope = CxmlOrder.of(koppel, customer);
        this.home = home;
    }

    CxmlPunchOut operation(String value) {
        operation = value;
        return this;
    }

    /** What stands inside BuyerCookie, as XML. */
    CxmlPunchOut cookie(String xml) {
        cookie = xml;
        return this;
    }

    /** Extrinsic elements. */
    CxmlPunchOut extrinsics(String xml) {
        beforePost = xml;
        return this;
    }

    /** Whatever stands behind BrowserFormPost: Contact, ShipTo, SelectedItem, ItemOut. */
    CxmlPunchOut with(String xml) {
        afterPost = xml;
        return this;
    }

    /** Its identities and secret, to be changed. */
    CxmlOrder envelope() {
        return envelope;
    }

    /** The whole request. */
    String xml() {
        return envelope.request("<PunchOutSetupRequest operation=\"" + operation + "\"><BuyerCookie>" + cookie
                + "</BuyerCookie>" + beforePost + "<BrowserFormPost><URL>"
                + home.toString().replace("&", "&amp;") + "</URL></BrowserFormPost>" + afterPost
                + "</PunchOutSetupRequest>");
    }

    /** Sends it. */
    Answer ask() {
        return send(koppel, xml());
    }

    static Answer send(Koppel koppel, String xml) {
        HttpResponse<String> response = koppel.postCxml(xml);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new Answer(parsed(response.body()).getDocumentElement(), response.body());
    }

    /** A cXML document as a strict buyer's system reads it: judged by the part of the DTD that Koppel writes. */
    /** A cart of zorggroep with two of article 100001 that went home. */
    static Element former(Koppel koppel, URI home) {
        String start = new CxmlPunchOut(koppel, "zorggroep", home).ask().startPage();
        Craftsman shopping = new Craftsman(koppel, URI.create(start).getPath());
        shopping.add("100001", "2");
        return parsed(shopping.transfer().fields().get("cxml-urlencoded")).getDocumentElement();
    }

    /** The same lines, under the reference that the cart went home with. */
    static String ofFormer(Koppel koppel, URI home, String lines) {
        String reference = text(former(koppel, home), "SupplierPartAuxiliaryID");
        return lines.replace(
                "</SupplierPartID>",
                "</SupplierPartID><SupplierPartAuxiliaryID>" + reference + "</SupplierPartAuxiliaryID>");
    }

    static Document parsed(String xml) {
        Path root = Path.of(System.getProperty("koppel.root", ".."));
        Path dtd = root.resolve("ejb/src/test/resources/golden/cxml/subset.dtd");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setValidating(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver(
                    (publicId, systemId) -> new InputSource(dtd.toUri().toString()));
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("Not valid: " + xml, e);
        }
    }

    /** A document that is not valid is not taken. */
    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    /** Text of the first element of that name below; null when there is none. */
    static String text(Element from, String name) {
        NodeList found = from.getElementsByTagName(name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    /** A Response: its Status, and where it has one, its StartPage. */
    record Answer(Element root, String xml) {
        String code() {
            return ((Element) root.getElementsByTagName("Status").item(0)).getAttribute("code");
        }

        String why() {
            return text(root, "Status");
        }

        /** The address for the buyer's browser. @throws AssertionError when there is none */
        String startPage() {
            String address = text(root, "URL");
            assertThat(address).as(xml).isNotNull();
            return address;
        }
    }
}
