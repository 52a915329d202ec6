package org.koppel.codec.ubl;

import java.io.IOException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;

/** Reads {@code cac:PostalAddress} and {@code cac:Address}. */
final class AddressPart {
    private AddressPart() {}

    static Address read(UblFields fields, String path) throws DocumentException, IOException {
        XmlCursor xml = fields.xml();
        String street = null;
        String additional = null;
        String city = null;
        String zone = null;
        String country = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "StreetName" -> street = fields.text(Ubl.NAME_LENGTH, path + "/StreetName");
                case "AdditionalStreetName" ->
                    additional = fields.text(Ubl.NAME_LENGTH, path + "/AdditionalStreetName");
                case "CityName" -> city = fields.text(Ubl.NAME_LENGTH, path + "/CityName");
                case "PostalZone" -> zone = fields.text(Ubl.NAME_LENGTH, path + "/PostalZone");
                case "Country" -> country = fields.childText("IdentificationCode", Ubl.NAME_LENGTH, path + "/Country");
                default -> {}
            }
        }
        String whole = additional == null ? street : street == null ? additional : street + ", " + additional;
        return new Address(null, null, null, null, whole, zone, city, country);
    }
}
