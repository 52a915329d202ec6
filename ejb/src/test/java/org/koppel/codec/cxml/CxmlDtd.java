package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Judges documents by the part of the cXML 1.2 DTD that Koppel writes ({@code golden/cxml/subset.dtd}), in the version that they name
 * ({@code golden/cxml/before-*.dtd} has what older ones lack).
 */
public final class CxmlDtd {
    private static final Pattern ADDRESS = Pattern.compile(
            "http://xml\\.cxml\\.org/schemas/cXML/(1\\.\\d\\.\\d{3})/(cXML|Fulfill|InvoiceDetail)\\.dtd");

    /** Versions that brought something, the oldest first. */
    private static final List<String> STEPS = List.of("1.2.020", "1.2.021", "1.2.037", "1.2.050");

    private CxmlDtd() {}

    /** The root element. @throws AssertionError when the document is not valid, or names no cXML DTD */
    public static Element valid(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setValidating(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> ours(systemId));
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

    private static InputSource ours(String systemId) throws SAXException, IOException {
        Matcher address = ADDRESS.matcher(String.valueOf(systemId));
        if (!address.matches()) {
            throw new SAXException("The DTD is " + systemId);
        }
        StringBuilder dtd = new StringBuilder();
        for (String step : STEPS) {
            if (address.group(1).compareTo(step) < 0) {
                dtd.append(text("before-" + step));
            }
        }
        return new InputSource(new StringReader(dtd.append(text("subset")).toString()));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = CxmlDtd.class.getResourceAsStream("/golden/cxml/" + name + ".dtd")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
