package org.koppel.codec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks an XML document from parent to child, and skips by itself what nobody asked for:
 *
 * <pre>{@code
 * int here = xml.depth();
 * while (xml.nextChild(here)) {
 *     switch (xml.name()) {
 *         case "City" -> city = xml.text(100);
 *         default -> {}   // skipped, with everything below it
 *     }
 * }
 * }</pre>
 *
 * Memory does not grow with the document: texts are cut at the limit given. Not thread-safe.
 */
public final class XmlCursor {
    private static final int DEEPEST = 100;
    private final XMLStreamReader xml;
    private final String[] names = new String[DEEPEST + 1];
    private final StringBuilder buffer = new StringBuilder();
    private final StringBuilder below = new StringBuilder();
    private int depth;

    XmlCursor(XMLStreamReader xml) throws DocumentException {
        this.xml = xml;
        names[0] = "document";
        if ("1.1".equals(xml.getVersion())) {
            throw new DocumentException(new Problem("MALFORMED_XML", "prolog", "XML 1.1 is not taken; send XML 1.0"));
        }
    }

    /** How deep the cursor stands: 0 before the root element, 1 inside it. */
    public int depth() {
        return depth;
    }

    /** Local name of the element that was entered last and is still open. */
    public String name() {
        return names[depth];
    }

    /** Row of the file, counted from 1, where the cursor stands. */
    public int row() {
        return xml.getLocation().getLineNumber();
    }

    /** Where the cursor stands, in words: {@code line 4, column 17, <From>}. */
    public String place() {
        return place(xml.getLocation(), '<' + name() + '>');
    }

    /** The attribute of the element just entered, without blanks around it; null when absent or blank. */
    public String attribute(String name) {
        return trimmed(xml.getAttributeValue(null, name));
    }

    /** As {@link #attribute(String)}, of a namespace. */
    public String attribute(String namespace, String name) {
        return trimmed(xml.getAttributeValue(namespace, name));
    }

    /** {@code xml:lang} of the element just entered; null when absent. */
    public String language() {
        return trimmed(xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang"));
    }

    /**
     * Enters the next child of the element that is open at that depth (0: the document, whose child is the root), leaving and
     * skipping whatever is still open below it. False when there is no further child; then that element is closed.
     *
     * @throws DocumentException when the document is not well-formed or refers to an entity
     */
    public boolean nextChild(int parent) throws DocumentException, IOException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT || event == XMLStreamConstants.END_ELEMENT && depth < parent) {
                return false;
            }
        }
    }

    /**
     * The text of the element just entered, up to its end, without child elements and without blanks around it; null when there
     * is none. A longer text is cut to {@code most} + 1 characters, so that the caller can tell.
     */
    public String text(int most) throws DocumentException, IOException {
        collect(most);
        return stripped(buffer);
    }

    /** What is read of a child element that was just entered. */
    public interface Child {
        void read() throws DocumentException, IOException;
    }

    /** As {@link #text}, and {@code child} is asked to read each child element. */
    public String text(int most, Child child) throws DocumentException, IOException {
        int start = depth;
        StringBuilder own = new StringBuilder();
        while (depth >= start) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT && depth == start + 1) {
                child.read();
            } else if (depth == start
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                append(own, most + 1);
            }
        }
        return stripped(own);
    }

    /** As {@link #text}, but when the element itself has no text, that of its child elements. */
    public String deepText(int most) throws DocumentException, IOException {
        collect(most);
        String own = stripped(buffer);
        return own == null ? stripped(below) : own;
    }

    /**
     * What stands inside the element just entered, up to its end, as XML: elements, attributes and text, without comments and
     * processing instructions. Empty when there is nothing. What goes beyond {@code most} characters is left out; the result is
     * longer than {@code most} then, so that the caller can tell.
     */
    public String innerXml(int most) throws DocumentException, IOException {
        int start = depth;
        XmlCopy copy = new XmlCopy(xml, most);
        while (true) {
            int event = advance();
            if (depth < start) {
                return copy.toString();
            }
            copy.add(event);
        }
    }

    private void collect(int most) throws DocumentException, IOException {
        int start = depth;
        buffer.setLength(0);
        below.setLength(0);
        while (depth >= start) {
            int event = advance();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                append(depth == start ? buffer : below, most + 1);
            }
        }
    }

    private void append(StringBuilder text, int most) {
        char[] chars = xml.getTextCharacters();
        int from = xml.getTextStart();
        int end = from + xml.getTextLength();
        if (text.isEmpty()) {
            while (from < end && chars[from] <= ' ') {
                from++; // leading blanks must not use up the limit
            }
        }
        text.append(chars, from, Math.min(end - from, most - text.length()));
    }

    private int advance() throws DocumentException, IOException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException e) {
            throw translated(e, '<' + name() + '>');
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            enter();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new DocumentException(new Problem(
                    "ENTITY_NOT_ALLOWED",
                    place(),
                    "The entity &" + xml.getLocalName() + "; is not one of XML's own; write the character itself"));
        }
        return event;
    }

    private void enter() throws DocumentException {
        if (depth == DEEPEST) {
            throw new DocumentException(
                    new Problem("MALFORMED_XML", place(), "Elements are nested deeper than " + DEEPEST));
        }
        names[++depth] = xml.getLocalName();
    }

    private static String trimmed(String value) {
        if (value == null) {
            return null;
        }
        String plain = value.strip();
        return plain.isEmpty() ? null : plain;
    }

    private static String stripped(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end == 0 ? null : text.substring(0, end);
    }

    /** What a failure of the parser is: a problem of the document, or of the stream it came by. */
    static DocumentException translated(XMLStreamException e, String element) throws IOException {
        Throwable cause = e.getNestedException();
        String place = place(e.getLocation(), element);
        if (cause instanceof CharacterCodingException) {
            return new DocumentException(
                    new Problem(
                            "WRONG_CHARSET",
                            place,
                            "The bytes are not in the charset that the XML declaration names (UTF-8 when it names none);"
                                    + " send UTF-8 and declare it"),
                    e);
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        return new DocumentException(new Problem("MALFORMED_XML", place, reason(e) + " Send well-formed XML."), e);
    }

    private static String reason(XMLStreamException e) {
        String text = e.getMessage() == null ? "This is not XML." : e.getMessage();
        int start = text.indexOf("Message: ");
        String plain = start < 0 ? text : text.substring(start + "Message: ".length());
        return plain.endsWith(".") ? plain : plain + ".";
    }

    private static String place(Location location, String element) {
        return location == null || location.getLineNumber() < 1
                ? element
                : "line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ", " + element;
    }
}
