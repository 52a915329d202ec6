package org.koppel.codec.ubl;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** Writes who is named in an order, and where it goes. Peppol takes an address with its country only. */
final class OrderPartyPart {
    private final UblXml xml;
    private final boolean peppol;

    OrderPartyPart(UblXml xml, boolean peppol) {
        this.xml = xml;
        this.peppol = peppol;
    }

    /** Whether the one who is charged can stand there as a party. */
    boolean takes(Party invoicee) {
        return !peppol || (placed(invoicee.address()) && invoicee.name() != null);
    }

    private static boolean placed(Address address) {
        return address != null && address.country() != null;
    }

    /**
     * A place in words, for the note, where Peppol has no element for it; null where it has.
     *
     * @param room whether there is an element for places that have a country
     */
    String words(Address place, boolean room) {
        if (!peppol || place == null || (room && placed(place))) {
            return null;
        }
        String town = Stream.of(place.postalCode(), place.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String words = Stream.of(
                        place.name(),
                        place.deliverTo(),
                        place.street(),
                        town,
                        place.country(),
                        place.gln() == null ? place.id() : place.gln())
                .filter(w -> w != null && !w.isBlank())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    /** Of a line of Peppol, which wants the day: a place by name and address, for there is no element for its number. */
    void deliveryOfLine(Address place, LocalDate day) throws XMLStreamException {
        if (day == null) {
            return;
        }
        xml.open("Delivery");
        if (placed(place)) {
            xml.open("DeliveryLocation");
            xml.basic("Name", place.name());
            address("Address", place);
            xml.close();
        }
        period(day);
        xml.close();
    }

    private void period(LocalDate day) throws XMLStreamException {
        if (day != null) {
            xml.open("RequestedDeliveryPeriod");
            xml.basic("StartDate", day.toString());
            xml.close();
        }
    }

    void party(String role, Party party, String endpoint) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        int colon = endpoint == null ? -1 : endpoint.indexOf(':');
        if (colon > 0) {
            xml.basic("EndpointID", endpoint.substring(colon + 1), "schemeID", endpoint.substring(0, colon));
        }
        boolean own = party.gln() == null && party.address() != null;
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        xml.wrapped("PartyIdentification", "ID", own ? party.address().id() : null);
        xml.wrapped("PartyName", "Name", party.name());
        address("PostalAddress", party.address());
        if (party.vat() != null) {
            xml.open("PartyTaxScheme");
            xml.basic("CompanyID", party.vat());
            xml.wrapped("TaxScheme", "ID", "VAT");
            xml.close();
        }
        xml.wrapped("PartyLegalEntity", "RegistrationName", party.name());
        contact(party.contact());
        xml.close();
        xml.close();
    }

    private void contact(Contact contact) throws XMLStreamException {
        if (contact != null
                && Stream.of(contact.name(), contact.telephone(), contact.email())
                        .anyMatch(v -> v != null && !v.isBlank())) {
            xml.open("Contact");
            xml.basic("Name", contact.name());
            xml.basic("Telephone", contact.telephone());
            xml.basic("ElectronicMail", contact.email());
            xml.close();
        }
    }

    private void address(String name, Address address) throws XMLStreamException {
        boolean any = address != null
                && Stream.of(address.street(), address.city(), address.postalCode(), address.country())
                        .anyMatch(v -> v != null && !v.isBlank())
                && (!peppol || address.country() != null); // which Peppol wants in every address
        if (any) {
            xml.open(name);
            xml.basic("StreetName", address.street());
            xml.basic("CityName", address.city());
            xml.basic("PostalZone", address.postalCode());
            xml.wrapped("Country", "IdentificationCode", address.country());
            xml.close();
        }
    }

    /** Of the whole order, or of a line of plain UBL. */
    void delivery(Address place, LocalDate day) throws XMLStreamException {
        boolean located = place != null && (!peppol || placed(place));
        if (!located && day == null) {
            return;
        }
        xml.open("Delivery");
        if (located) {
            location(place);
        }
        period(day);
        String codeBesideGln = located && place.gln() != null ? place.id() : null;
        if (located && (codeBesideGln != null || place.deliverTo() != null)) {
            xml.open("DeliveryParty");
            xml.wrapped("PartyIdentification", "ID", codeBesideGln);
            xml.wrapped("PartyName", "Name", peppol ? or(place.name(), place.deliverTo()) : null);
            xml.wrapped("Contact", "Name", place.deliverTo());
            xml.close();
        }
        xml.close();
    }

    private static String or(String first, String second) {
        return first == null ? second : first;
    }

    private void location(Address place) throws XMLStreamException {
        xml.open("DeliveryLocation");
        if (place.gln() != null) {
            xml.basic("ID", place.gln(), "schemeID", Ubl.GLN);
        } else {
            xml.basic("ID", place.id());
        }
        xml.basic("Name", place.name());
        address("Address", place);
        xml.close();
    }
}
