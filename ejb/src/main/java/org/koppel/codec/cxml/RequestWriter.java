package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Document;

/**
 * A request of ours to a partner's system: who sends to whom, proved by the shared secret, around what is asked. Who is who stands in
 * the options of the channel, each as {@code DOMAIN:identity}.
 */
final class RequestWriter {
    static final String FROM = "cxml.from";
    static final String TO = "cxml.to";
    static final String SENDER = "cxml.sender";
    static final String SECRET = "cxml.secret";
    static final Set<String> SECRETS = Set.of(SECRET);

    /** A domain and an identity. */
    private static final String IDENTITY = "(?s)\\s*[^:\\s][^:]*:.*\\S.*";

    private final Dtd dtd;
    private final FormatSettings settings;

    RequestWriter(Dtd dtd, FormatSettings settings) {
        this.dtd = dtd;
        this.settings = settings;
    }

    /** What stands inside {@code Request}. */
    interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** @param at makes the payloadID, with the document's number: the same document always has the same */
    void write(Document document, OffsetDateTime at, boolean test, Content content, OutputStream out)
            throws DocumentException, IOException {
        write(document.number() + "." + at.toInstant().toEpochMilli(), at, test, content, out);
    }

    /** As above. @param id the part of the payloadID before the @, for documents whose number is not ours */
    void write(String id, OffsetDateTime at, boolean test, Content content, OutputStream out)
            throws DocumentException, IOException {
        check();
        StringWriter text = new StringWriter(4_000);
        try {
            XMLStreamWriter xml = ResponseWriter.begin(text, id, at, dtd, settings);
            header(xml);
            xml.writeStartElement("Request");
            xml.writeAttribute("deploymentMode", test ? "test" : "production");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write a cXML Request", e);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void check() throws DocumentException {
        Problems problems = new Problems();
        for (String option : settings.option(SENDER, null) == null ? List.of(FROM, TO) : List.of(FROM, TO, SENDER)) {
            if (!settings.option(option, "").matches(IDENTITY)) {
                problems.add(
                        "BAD_OPTION",
                        option,
                        "The channel does not say who this is; set " + option
                                + " to DOMAIN:identity, such as DUNS:123456789");
            }
        }
        problems.throwIfAny();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Header");
        party(xml, "From", FROM);
        party(xml, "To", TO);
        xml.writeStartElement("Sender");
        credential(xml, settings.option(SENDER, settings.option(FROM, "")), settings.option(SECRET, null));
        text(xml, "UserAgent", "Koppel");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void party(XMLStreamWriter xml, String element, String option) throws XMLStreamException {
        xml.writeStartElement(element);
        credential(xml, settings.option(option, ""), null);
        xml.writeEndElement();
    }

    private static void credential(XMLStreamWriter xml, String identity, String secret) throws XMLStreamException {
        int colon = identity.indexOf(':');
        xml.writeStartElement("Credential");
        xml.writeAttribute("domain", XmlStreams.clean(identity.substring(0, Math.max(colon, 0))));
        text(xml, "Identity", identity.substring(colon + 1));
        if (secret != null) {
            text(xml, "SharedSecret", secret);
        }
        xml.writeEndElement();
    }

    static void characters(XMLStreamWriter xml, String value) throws XMLStreamException {
        xml.writeCharacters(XmlStreams.clean(value.strip()));
    }

    /** An element with text. @param value null or blank leaves it out */
    static void text(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeStartElement(element);
            xml.writeCharacters(XmlStreams.clean(value.strip()));
            xml.writeEndElement();
        }
    }

    /** As {@link #text}, in a language. */
    static void text(XMLStreamWriter xml, String element, String language, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeStartElement(element);
            xml.writeAttribute("xml:lang", language == null ? "en" : language);
            xml.writeCharacters(XmlStreams.clean(value.strip()));
            xml.writeEndElement();
        }
    }

    /** An attribute. @param value null or blank leaves it out */
    static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeAttribute(name, XmlStreams.clean(value.strip()));
        }
    }

    /** A problem unless there is a value. */
    static void required(Problems problems, Object value, String field, String cure) {
        if (value == null) {
            problems.add("MISSING_FIELD", field, field + " is missing; " + cure);
        }
    }
}
