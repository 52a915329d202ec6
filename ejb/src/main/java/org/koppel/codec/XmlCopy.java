package org.koppel.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes parser events down as XML again, each start and end tag whole. What is copied stands for itself: a prefix that was bound
 * further out is bound again.
 */
final class XmlCopy {
    private final XMLStreamReader xml;
    private final int most;
    private final StringBuilder copy = new StringBuilder();
    private final Deque<Set<String>> bound = new ArrayDeque<>(); // prefixes, of each element that is open in the copy

    XmlCopy(XMLStreamReader xml, int most) {
        this.xml = xml;
        this.most = most;
    }

    /** The event at which the parser stands. */
    void add(int event) {
        if (copy.length() > most) {
            return; // too long already: the caller refuses it
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                escape(xml.getText(), false);
            default -> {} // comments and processing instructions
        }
    }

    private void start() {
        copy.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
        bound.push(new HashSet<>());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            bind(xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
        }
        bindFromOutside(xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            if (prefix != null && !prefix.isEmpty()) { // without one it has no namespace
                bindFromOutside(prefix);
            }
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        copy.append('>');
    }

    private void end() {
        bound.pop();
        copy.append("</").append(name(xml.getPrefix(), xml.getLocalName())).append('>');
    }

    private void bind(String prefix, String uri) {
        String plain = prefix == null ? "" : prefix;
        bound.element().add(plain);
        attribute(plain.isEmpty() ? "xmlns" : "xmlns:" + plain, uri == null ? "" : uri);
    }

    private void bindFromOutside(String prefix) {
        String plain = prefix == null ? "" : prefix;
        String uri = xml.getNamespaceURI(plain);
        boolean known = uri == null || uri.isEmpty() || plain.equals(XMLConstants.XML_NS_PREFIX);
        if (!known && bound.stream().noneMatch(b -> b.contains(plain))) {
            bind(plain, uri);
        }
    }

    private void attribute(String name, String value) {
        copy.append(' ').append(name).append("=\"");
        escape(value, true);
        copy.append('"');
    }

    /** A parser makes blanks of the line feeds and tabs of an attribute. */
    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> copy.append("&lt;");
                case '>' -> copy.append("&gt;");
                case '&' -> copy.append("&amp;");
                case '"' -> copy.append("&quot;");
                case '\r' -> copy.append("&#13;"); // a parser would make it a line feed
                case '\n', '\t' -> copy.append(attribute ? "&#" + (int) c + ';' : String.valueOf(c));
                default -> copy.append(c);
            }
        }
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ':' + local;
    }

    @Override
    public String toString() {
        return copy.toString();
    }
}
