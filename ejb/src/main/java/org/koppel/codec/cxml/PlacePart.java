package org.koppel.codec.cxml;

import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Address;
import org.koppel.document.Party;

/** {@code Address} of an order that goes out, and the numbers that stand beside it. What the DTD wants and nobody said is empty. */
final class PlacePart {
    private static final String GLN = "GLN";

    private final XMLStreamWriter xml;
    private final String language;

    PlacePart(XMLStreamWriter xml, String language) {
        this.xml = xml;
        this.language = language;
    }

    /** An element around a place. */
    void place(String element, Address place) throws XMLStreamException {
        xml.writeStartElement(element);
        inside(new Party(place.name(), place.gln(), null, null, place), null);
        xml.writeEndElement();
    }

    /** The address of a company with its numbers. @param domain whose the id of the address is; null: not said */
    void inside(Party party, String domain) throws XMLStreamException {
        Address place = party.address();
        String own = place == null ? null : place.id();
        String gln = party.gln() == null && place != null ? place.gln() : party.gln();
        xml.writeStartElement("Address");
        RequestWriter.attribute(xml, "isoCountryCode", place == null ? null : place.country());
        RequestWriter.attribute(xml, "addressID", own == null ? gln : own);
        RequestWriter.attribute(
                xml, "addressIDDomain", own == null || own.equals(gln) ? gln == null ? null : GLN : domain);
        named(xml, "Name", language, party.name());
        if (place != null) {
            postal(place);
        }
        xml.writeEndElement();
        number("vatID", party.vat());
        number(GLN, own == null || own.equals(gln) ? null : gln);
    }

    private void number(String domain, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement("IdReference");
            RequestWriter.attribute(xml, "identifier", value);
            xml.writeAttribute("domain", domain);
        }
    }

    private void postal(Address place) throws XMLStreamException {
        if (Stream.of(place.deliverTo(), place.street(), place.city(), place.postalCode(), place.country())
                .allMatch(v -> v == null || v.isBlank())) {
            return;
        }
        xml.writeStartElement("PostalAddress");
        RequestWriter.text(xml, "DeliverTo", place.deliverTo());
        always(xml, "Street", place.street());
        always(xml, "City", place.city());
        RequestWriter.text(xml, "PostalCode", place.postalCode());
        xml.writeStartElement("Country");
        xml.writeAttribute("isoCountryCode", place.country() == null ? "" : XmlStreams.clean(place.country()));
        if (place.country() != null) {
            RequestWriter.characters(xml, place.country());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** An element with text, empty where there is none. */
    static void always(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        RequestWriter.characters(xml, value == null ? "" : value);
        xml.writeEndElement();
    }

    /** As {@link #always}, in a language. */
    static void named(XMLStreamWriter xml, String element, String language, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("xml:lang", language);
        RequestWriter.characters(xml, value == null ? "" : value);
        xml.writeEndElement();
    }
}
