package org.koppel.web.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import org.koppel.codec.XmlStreams;

/** Builds XML as text, indented, so that people can read what was sent. */
final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Characters that are XML already: a declaration, a part of another document. */
    XmlText raw(String xml) {
        text.append(xml).append('\n');
        return this;
    }

    /** @param attributes name and value in turn; a null value is left out */
    XmlText open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    XmlText close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    XmlText element(String name, String value, String... attributes) {
        tag(name, attributes)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
            }
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    static String escaped(String value) {
        return XmlStreams.clean(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
