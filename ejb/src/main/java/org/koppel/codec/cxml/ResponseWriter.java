package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlStreams;
import org.koppel.shared.DocumentNumber;

/**
 * The envelope of a cXML {@code Response} (1.2): {@code cXML(Response(Status, …))}. Options of the format: {@code host}, the part
 * of payloadIDs behind the @ (default {@code koppel}), and {@code dtd}, the version in the DOCTYPE ({@link Dtd}).
 */
final class ResponseWriter {
    private ResponseWriter() {}

    /** What stands inside {@code Response}. */
    interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Written to memory first, so that nothing usable is left in the stream when it fails. */
    static void write(
            DocumentNumber number, OffsetDateTime at, FormatSettings settings, Content content, OutputStream out)
            throws IOException {
        StringWriter text = new StringWriter(1_000);
        try {
            XMLStreamWriter xml = begin(text, number.value(), at, Dtd.CXML, settings);
            xml.writeStartElement("Response");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write a cXML Response", e);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The prolog and the root element. @param id the part of the payloadID before the @ */
    static XMLStreamWriter begin(StringWriter text, String id, OffsetDateTime at, Dtd dtd, FormatSettings settings)
            throws XMLStreamException {
        XMLStreamWriter xml = XmlStreams.writer(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeDTD(dtd.doctype(settings));
        xml.writeStartElement("cXML");
        xml.writeAttribute("payloadID", XmlStreams.clean(id + "@" + settings.option("host", "koppel")));
        xml.writeAttribute("timestamp", Dates.write(at));
        xml.writeAttribute("xml:lang", settings.language());
        return xml;
    }

    /** {@code details} may be null. */
    static void status(XMLStreamWriter xml, int code, String text, String details) throws XMLStreamException {
        xml.writeStartElement("Status");
        xml.writeAttribute("code", Integer.toString(code));
        xml.writeAttribute("text", text);
        if (details != null) {
            xml.writeAttribute("xml:lang", "en"); // problems are worded in English, whatever the partner's language
            xml.writeCharacters(XmlStreams.clean(details));
        }
        xml.writeEndElement();
    }
}
