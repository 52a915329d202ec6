package org.koppel.codec.cebeo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.XmlStreams;

/** What every part of this format shares. */
final class Cebeo {
    static final FormatId FORMAT = new FormatId("cebeo-xml-2");
    static final String MEDIA_TYPE = "application/xml; charset=UTF-8";
    static final String ROOT = "cebeoXML";

    /** In what its customer numbers are kept among the credentials. */
    static final String DOMAIN = "CebeoXML";

    /** Longest texts that are taken, in characters. */
    static final int NUMBER_LENGTH = 70;

    static final int LINE_NUMBER_LENGTH = 20;
    static final int NAME_LENGTH = 255;
    static final int TEXT_LENGTH = 4_000;
    static final int MOST_LINES = 10_000;
    static final int MOST_REFERENCES = 500;

    private Cebeo() {}

    /** What stands inside {@code Response} or {@code Request}. */
    interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Written to memory first, so that nothing usable is left in the stream when it fails. */
    static void respond(int code, String message, Content content, OutputStream out) throws IOException {
        send(
                "Response",
                xml -> {
                    xml.writeStartElement("Message");
                    xml.writeAttribute("code", Integer.toString(code));
                    xml.writeCharacters(XmlStreams.clean(message));
                    xml.writeEndElement();
                    content.write(xml);
                },
                out);
    }

    /** As {@link #respond}. */
    static void request(Content content, OutputStream out) throws IOException {
        send("Request", content, out);
    }

    private static void send(String direction, Content content, OutputStream out) throws IOException {
        StringWriter text = new StringWriter(1_000);
        try {
            XMLStreamWriter xml = XmlStreams.writer(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(ROOT);
            xml.writeAttribute("version", "2.0.0");
            xml.writeStartElement(direction);
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write CebeoXML into memory", e);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @param value null or blank leaves it out */
    static void text(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeStartElement(element);
            xml.writeCharacters(XmlStreams.clean(value.strip()));
            xml.writeEndElement();
        }
    }

    /** With a decimal comma. @param value null leaves it out */
    static void number(XMLStreamWriter xml, String element, BigDecimal value) throws XMLStreamException {
        if (value != null) {
            BigDecimal plain = value.stripTrailingZeros();
            text(
                    xml,
                    element,
                    (plain.scale() < 0 ? plain.setScale(0) : plain)
                            .toPlainString()
                            .replace('.', ','));
        }
    }

    /** In day, month and year. @param day null leaves it out */
    static void day(XMLStreamWriter xml, String element, LocalDate day) throws XMLStreamException {
        if (day != null) {
            xml.writeStartElement(element);
            text(xml, "Day", Integer.toString(day.getDayOfMonth()));
            text(xml, "Month", Integer.toString(day.getMonthValue()));
            text(xml, "Year", Integer.toString(day.getYear()));
            xml.writeEndElement();
        }
    }
}
