package org.koppel.punchout.cxml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Visit;
import org.koppel.shared.Money;

/**
 * Writes a cXML 1.2 {@code PunchOutOrderMessage} in plain ASCII, everything else as character references. It carries no secret:
 * it travels through a browser.
 */
final class OrderMessageWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"); // never Z
    private final CxmlConnection agreed;
    private final Visit visit;
    private final CxmlReturn home;
    private final String currency;
    private final Map<String, List<FileLink>> files;

    /**
     * @param currency of a total without lines
     * @param files by article
     */
    OrderMessageWriter(CxmlConnection agreed, Visit visit, String currency, Map<String, List<FileLink>> files) {
        this.agreed = agreed;
        this.visit = visit;
        this.home = CxmlReturn.of(visit);
        this.currency = currency;
        this.files = files;
    }

    /** @param reference the cart's; null for a buyer who goes home without one (Status 204) */
    String write(String reference, List<CartItem> items, OffsetDateTime at) {
        StringWriter text = new StringWriter(4_000);
        try {
            XMLStreamWriter xml = XmlStreams.writer(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/" + agreed.dtd() + "/cXML.dtd\">");
            xml.writeStartElement("cXML");
            xml.writeAttribute("payloadID", payload(reference, items) + "@koppel");
            xml.writeAttribute("timestamp", TIME.format(at));
            xml.writeAttribute("xml:lang", visit.language());
            header(xml);
            xml.writeStartElement("Message");
            xml.writeAttribute("deploymentMode", home.test() ? "test" : "production");
            if (reference == null) {
                xml.writeEmptyElement("Status");
                xml.writeAttribute("code", "204");
                xml.writeAttribute("text", "No Content");
            }
            xml.writeStartElement("PunchOutOrderMessage");
            cookie(xml, text);
            total(xml, items);
            ItemInWriter lines = new ItemInWriter(xml, agreed, visit.language(), home.extrinsics());
            for (CartItem item : items) {
                lines.write(item, reference, files.getOrDefault(item.article(), List.of()));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write a PunchOutOrderMessage to memory", e);
        }
        return ascii(text.toString());
    }

    /** The same for the same cart, and another one for every change of it: a changed cart keeps its reference. */
    private String payload(String reference, List<CartItem> items) {
        String content = visit.id() + "/" + reference + "/" + items + (files.isEmpty() ? "" : "/" + files);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Header");
        party(xml, "From", home.to());
        party(xml, "To", home.from());
        xml.writeStartElement("Sender");
        credentials(xml, home.to());
        ItemInWriter.element(xml, "UserAgent", "Koppel");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void party(XMLStreamWriter xml, String name, List<Identity> identities) throws XMLStreamException {
        xml.writeStartElement(name);
        credentials(xml, identities);
        xml.writeEndElement();
    }

    private static void credentials(XMLStreamWriter xml, List<Identity> identities) throws XMLStreamException {
        for (Identity identity : identities) {
            xml.writeStartElement("Credential");
            xml.writeAttribute("domain", XmlStreams.clean(identity.domain()));
            ItemInWriter.element(xml, "Identity", identity.value());
            xml.writeEndElement();
        }
    }

    /** As it came: its content may be elements. It was read by our own parser, so it is well-formed. */
    private void cookie(XMLStreamWriter xml, StringWriter text) throws XMLStreamException {
        xml.writeStartElement("BuyerCookie");
        xml.writeCharacters(""); // closes the start tag
        xml.flush();
        text.write(home.cookie());
        xml.writeEndElement();
    }

    private void total(XMLStreamWriter xml, List<CartItem> items) throws XMLStreamException {
        Money total = items.stream()
                .map(i -> i.price().of(i.quantity()))
                .reduce(Money::plus)
                .orElse(Money.zero(currency).rounded());
        xml.writeStartElement("PunchOutOrderMessageHeader");
        xml.writeAttribute("operationAllowed", agreed.operationAllowed());
        xml.writeStartElement("Total");
        ItemInWriter.money(xml, total);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 100);
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                plain.append((char) c);
            } else {
                plain.append("&#").append(c).append(';');
            }
        });
        return plain.toString();
    }
}
