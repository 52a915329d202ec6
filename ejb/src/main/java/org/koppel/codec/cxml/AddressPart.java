package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;

/** {@code ShipTo/Address} and {@code BillTo/Address}. */
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

    AddressPart(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** The address inside the element just entered; null when there is none. */
    Address within(String element) throws DocumentException, IOException {
        Address found = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Address".equals(xml.name())) {
                found = read(element + "/Address");
            }
        }
        return found;
    }

    /** The place that the element just entered is itself, such as a contact. */
    Address here(String path) throws DocumentException, IOException {
        return read(path);
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
                default -> {} // Email, Phone: of the building, not of a person
            }
        }
        String place = Texts.joined(city, ", ", state);
        String gln = Gtins.isGln(id) && domain != null && Gtins.isScheme(domain) ? id : null;
        return new Address(id, gln, name, deliverTo, street, postalCode, place, country);
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
