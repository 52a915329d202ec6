package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Judges documents by the part of the cXML 1.2 DTD that Koppel writes ({@code golden/cxml/subset.dtd}). */
public final class CxmlDtd {
    private CxmlDtd() {}

    /** The root element. @throws AssertionError when the document is not valid, or names no cXML DTD */
    public static Element valid(String xml) {
        try (InputStream dtd = CxmlDtd.class.getResourceAsStream("/golden/cxml/subset.dtd")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setValidating(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> ours(systemId, dtd));
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) throws SAXException {
                    throw e;
                }
            });
            Document document = builder.parse(new InputSource(new StringReader(xml)));
            requireTheFileThatKnowsIt(document);
            return document.getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e.getMessage() + " in " + xml, e);
        }
    }

    private static void requireTheFileThatKnowsIt(Document document) throws SAXException {
        String named = document.getDoctype().getSystemId();
        String file = "cXML";
        if (has(document, "ConfirmationRequest") || has(document, "ShipNoticeRequest")) {
            file = "Fulfill";
        } else if (has(document, "InvoiceDetailRequest")) {
            file = "InvoiceDetail";
        }
        if (!named.endsWith("/" + file + ".dtd")) {
            throw new SAXException(named + " does not know what is in it; " + file + ".dtd does");
        }
    }

    private static boolean has(Document document, String element) {
        return document.getElementsByTagName(element).getLength() > 0;
    }

    private static InputSource ours(String systemId, InputStream dtd) throws SAXException {
        if (systemId == null
                || !systemId.matches(
                        "http://xml\\.cxml\\.org/schemas/cXML/1\\.\\d\\.\\d{3}/(cXML|Fulfill|InvoiceDetail)\\.dtd")) {
            throw new SAXException("The DTD is " + systemId);
        }
        return new InputSource(dtd);
    }
}
