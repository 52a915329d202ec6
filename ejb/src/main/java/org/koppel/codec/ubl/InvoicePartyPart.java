package org.koppel.codec.ubl;

import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** Writes who charges and who is charged, as EN 16931 wants them: address, VAT number and registration. */
final class InvoicePartyPart {
    private final UblXml xml;

    InvoicePartyPart(UblXml xml) {
        this.xml = xml;
    }

    void write(String role, Party party, CompanyNumbers numbers) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        number("EndpointID", numbers.endpoint());
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        xml.wrapped("PartyName", "Name", party.name());
        address(xml, "PostalAddress", party.address());
        String vat = party.vat() == null ? null : party.vat().replaceAll("[^A-Za-z0-9]", "");
        if (vat != null) {
            xml.open("PartyTaxScheme");
            xml.basic("CompanyID", vat);
            xml.wrapped("TaxScheme", "ID", InvoicePart.VAT);
            xml.close();
        }
        xml.open("PartyLegalEntity");
        xml.basic("RegistrationName", party.name());
        number("CompanyID", numbers.registration());
        xml.close();
        contact(party.contact());
        xml.close();
        xml.close();
    }

    /** @param number {@code scheme:value}; null leaves it out */
    private void number(String element, String number) throws XMLStreamException {
        int colon = number == null ? -1 : number.indexOf(':');
        if (colon > 0) {
            xml.basic(element, number.substring(colon + 1), "schemeID", number.substring(0, colon));
        }
    }

    private void contact(Contact contact) throws XMLStreamException {
        if (contact == null
                || Stream.of(contact.name(), contact.telephone(), contact.email())
                        .allMatch(v -> v == null || v.isBlank())) {
            return;
        }
        xml.open("Contact");
        xml.basic("Name", contact.name());
        xml.basic("Telephone", contact.telephone());
        xml.basic("ElectronicMail", contact.email());
        xml.close();
    }

    /** A country is what an address cannot do without. */
    static void address(UblXml xml, String name, Address address) throws XMLStreamException {
        if (address == null || address.country() == null) {
            return;
        }
        xml.open(name);
        xml.basic("StreetName", address.street());
        xml.basic("CityName", address.city());
        xml.basic("PostalZone", address.postalCode());
        xml.wrapped("Country", "IdentificationCode", address.country());
        xml.close();
    }
}
