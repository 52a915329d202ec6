package org.koppel.web.simulator.judge;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a tree, read by the JDK's own parser without loading anything from outside; names are local names. */
public final class Dom {
    private Dom() {}

    /** The root element; empty when the text is not well-formed or declares things of its own in its DOCTYPE. */
    public static Optional<Element> parse(String text) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(
                    new DefaultHandler()); // which throws what is fatal and writes nothing to the console
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            Document document = builder.parse(new InputSource(new StringReader(text.strip())));
            boolean own = document.getDoctype() != null && document.getDoctype().getInternalSubset() != null;
            return own ? Optional.empty() : Optional.of(document.getDocumentElement());
        } catch (SAXException e) {
            return Optional.empty(); // the verdict is that it cannot be read
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read XML from memory", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setXIncludeAware(false);
        return factory;
    }

    public static String name(Element element) {
        return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    }

    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    public static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(c -> name(c).equals(name)).toList();
    }

    /** The first element at the path of names below the parent. */
    public static Optional<Element> at(Element parent, String... path) {
        Optional<Element> here = Optional.of(parent);
        for (String name : path) {
            here = here.flatMap(e -> children(e, name).stream().findFirst());
        }
        return here;
    }

    /** Its text without blanks around it, or nothing when there is no such element or it is empty. */
    public static Optional<String> text(Element parent, String... path) {
        return at(parent, path).map(e -> e.getTextContent().strip()).filter(t -> !t.isEmpty());
    }

    /** The parent and all below it. */
    public static Stream<Element> all(Element parent) {
        return Stream.concat(Stream.of(parent), children(parent).stream().flatMap(Dom::all));
    }

    /** Children that are unknown, or stand before one that the order puts earlier. */
    static List<String> misplaced(Element parent, List<String> order) {
        List<String> wrong = new ArrayList<>();
        int latest = -1;
        for (Element child : children(parent)) {
            int place = order.indexOf(name(child));
            if (place < latest || place < 0) {
                wrong.add(name(parent) + "/" + name(child));
            }
            latest = Math.max(latest, place);
        }
        return wrong;
    }

    /** Elements named so anywhere below, misplaced children of which are told. */
    static Stream<String> misplaced(Element root, String parent, List<String> order) {
        return all(root).filter(e -> name(e).equals(parent)).flatMap(e -> misplaced(e, order).stream());
    }
}
