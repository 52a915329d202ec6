package org.koppel.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.Writer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML in and out for every format. Reading is hardened: a DOCTYPE that names an external DTD is stepped over without loading
 * anything, a DOCTYPE with declarations of its own is refused, entities are never expanded. The parser is the JDK's, whatever
 * the server has on its class path, so that behaviour is the same in tests and on the server.
 */
public final class XmlStreams {
    private static final XMLInputFactory INPUT = inputFactory();
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

    private XmlStreams() {}

    /**
     * Opens a document for reading; the cursor stands before the root element. The stream is not closed.
     *
     * @throws DocumentException when the prolog is not XML 1.0, has declarations of its own, or names an unknown charset
     * @throws IOException when the stream cannot be read
     */
    public static XmlCursor open(InputStream in) throws DocumentException, IOException {
        byte[] head = in.readNBytes(XmlProlog.LONGEST);
        XmlCharset charset = XmlCharset.of(head);
        XmlProlog.withoutDoctype(head);
        InputStream start = new ByteArrayInputStream(head, charset.skip(), head.length);
        InputStream whole = head.length < XmlProlog.LONGEST ? start : new SequenceInputStream(start, in);
        Reader text = new InputStreamReader(whole, charset.charset().newDecoder()); // reports what it cannot decode
        try {
            return new XmlCursor(INPUT.createXMLStreamReader(text));
        } catch (XMLStreamException e) {
            throw XmlCursor.translated(e, "prolog");
        }
    }

    /** A writer of UTF-8. Text must pass {@link #clean} where it may hold what XML cannot. */
    public static XMLStreamWriter writer(Writer out) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(out);
    }

    /** The text with U+FFFD in place of every character that XML 1.0 cannot hold; null stays null. */
    public static String clean(String text) {
        if (text == null || text.codePoints().allMatch(XmlStreams::isXml)) {
            return text;
        }
        return text.codePoints()
                .map(c -> isXml(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20
                ? c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000
                : c == '\t' || c == '\n' || c == '\r';
    }

    private static XMLInputFactory inputFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("External entities are not loaded");
        });
        return factory;
    }
}
