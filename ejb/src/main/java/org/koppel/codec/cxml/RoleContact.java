package org.koppel.codec.cxml;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.document.Address;
import org.koppel.document.Contact;

/**
 * Writes {@code Contact}: a company or a place in its role. {@code gln} goes as an IdReference; all but the role may be null.
 */
record RoleContact(String role, String name, Address address, Contact person, String gln) {
    /** Domain of a GLN. */
    static final String EAN = "EANID";

    /** Where the goods go. @param located whether the version knows an IdReference there */
    static RoleContact shipTo(Address place, boolean located) {
        return new RoleContact("shipTo", place.name(), place, null, located ? place.gln() : null);
    }

    void write(XMLStreamWriter xml, String language) throws XMLStreamException {
        xml.writeStartElement("Contact");
        xml.writeAttribute("role", role);
        RequestWriter.attribute(xml, "addressID", address == null ? null : address.id());
        RequestWriter.text(xml, "Name", language, name == null ? "?" : name);
        if (address != null && address.country() != null) {
            postalAddress(xml);
        }
        RequestWriter.text(xml, "Email", person == null ? null : person.email());
        reference(xml, EAN, gln);
        xml.writeEndElement();
    }

    private void postalAddress(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("PostalAddress");
        RequestWriter.text(xml, "DeliverTo", address.deliverTo());
        RequestWriter.text(xml, "Street", address.street() == null ? "-" : address.street());
        RequestWriter.text(xml, "City", address.city() == null ? "-" : address.city());
        RequestWriter.text(xml, "PostalCode", address.postalCode());
        xml.writeStartElement("Country");
        RequestWriter.attribute(xml, "isoCountryCode", address.country());
        RequestWriter.characters(xml, address.country());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** {@code IdReference}; nothing without a value. */
    static void reference(XMLStreamWriter xml, String domain, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeEmptyElement("IdReference");
            RequestWriter.attribute(xml, "identifier", value);
            xml.writeAttribute("domain", domain);
        }
    }
}
