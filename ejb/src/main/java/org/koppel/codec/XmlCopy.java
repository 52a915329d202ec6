package org.koppel.codec;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Writes parser events down as XML again, each start and end tag whole. */
final class XmlCopy {
    private final XMLStreamReader xml;
    private final int most;
    private final StringBuilder copy = new StringBuilder();

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
            case XMLStreamConstants.END_ELEMENT ->
                copy.append("</")
                        .append(name(xml.getPrefix(), xml.getLocalName()))
                        .append('>');
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                escape(xml.getText());
            default -> {} // comments and processing instructions
        }
    }

    private void start() {
        copy.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            String uri = xml.getNamespaceURI(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        copy.append('>');
    }

    private void attribute(String name, String value) {
        copy.append(' ').append(name).append("=\"");
        escape(value);
        copy.append('"');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> copy.append("&lt;");
                case '>' -> copy.append("&gt;");
                case '&' -> copy.append("&amp;");
                case '"' -> copy.append("&quot;");
                case '\r' -> copy.append("&#13;"); // a parser would make it a line feed
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
