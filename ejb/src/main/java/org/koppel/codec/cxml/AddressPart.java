package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Party;

/** {@code Address}, and the numbers beside it: of ShipTo, BillTo and BusinessPartner. */
final class AddressPart {
    private final Fields fields;
    private final XmlCursor xml;
    private String country;
    private String name;
    private String deliverTo;
    private String street;
    private String city;
    private String state;
    private String postalCode;
    private String vat;
    private String gln;

    AddressPart(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** The address inside the element just entered; null when there is none. */
    Address within(String element) throws DocumentException, IOException {
        Party there = party(element);
        return there == null ? null : there.address();
    }

    /** The company whose address and numbers are inside the element just entered; null when there is no address. */
    Party party(String element) throws DocumentException, IOException {
        vat = gln = null;
        Address found = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Address".equals(xml.name())) {
                found = read(element + "/Address");
            } else if ("IdReference".equals(xml.name())) {
                number(element);
            }
        }
        return found == null ? null : named(found);
    }

    /** The company that the {@code Contact} just entered is. */
    Party contact(String path) throws DocumentException, IOException {
        vat = gln = null;
        return named(read(path));
    }

    private void number(String element) {
        String domain = xml.attribute("domain");
        String value = fields.identifier("identifier", Cxml.NAME_LENGTH, element + "/IdReference/@identifier");
        vat = "vatID".equals(domain) ? value : vat;
        gln = domain != null && Gtins.isScheme(domain) && Gtins.isGln(value) ? value : gln;
    }

    private Party named(Address found) {
        Address place = found.gln() == null && gln != null ? withGln(found, gln) : found;
        return new Party(place.name(), place.gln(), vat, null, place);
    }

    private static Address withGln(Address a, String gln) {
        return new Address(a.id(), gln, a.name(), a.deliverTo(), a.street(), a.postalCode(), a.city(), a.country());
    }

    /** The place that the element just entered is itself, such as a contact. */
    Address here(String path) throws DocumentException, IOException {
        return contact(path).address();
    }

    private Address read(String path) throws DocumentException, IOException {
        String id = fields.attribute("addressID", Cxml.NAME_LENGTH, path + "/@addressID");
        String domain = xml.attribute("addressIDDomain");
        country = iso(xml.attribute("isoCountryCode"));
        name = deliverTo = street = city = state = postalCode = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Name" -> name = text(path + "/Name");
                case "PostalAddress" -> postalAddress(path);
                case "IdReference" -> number(path); // of a contact
                default -> {} // Email, Phone: of the building, not of a person
            }
        }
        String place = Texts.joined(city, ", ", state);
        String own = Gtins.isGln(id) && domain != null && Gtins.isScheme(domain) ? id : null;
        return new Address(id, own, name, deliverTo, street, postalCode, place, country);
    }

    private void postalAddress(String path) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "DeliverTo" -> deliverTo = Texts.joined(deliverTo, ", ", text(path + "/DeliverTo"));
                case "Street" -> street = Texts.joined(street, ", ", text(path + "/Street"));
                case "City" -> city = text(path + "/City");
                case "State" -> state = text(path + "/State");
                case "PostalCode" -> postalCode = text(path + "/PostalCode");
                case "Country" -> country = either(iso(xml.attribute("isoCountryCode")), country);
                default -> {}
            }
        }
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
    }

    private String text(String field) throws DocumentException, IOException {
        return fields.text(Cxml.NAME_LENGTH, field);
    }

    /** ISO 3166-1 alpha-2 in capitals; null for anything else, which the name of the country does not replace. */
    private static String iso(String code) {
        return code != null && code.length() == 2 ? code.toUpperCase(Locale.ROOT) : null;
    }
}
