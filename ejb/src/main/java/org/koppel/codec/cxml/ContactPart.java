package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Contact;

/** {@code Contact} elements of the header: keeps the buyer's person to ask. */
final class ContactPart {
    /** The roles of cXML that mean the buyer's side, the best first; others rank behind, the supplier's own are left out. */
    private static final List<String> ROLES =
            List.of("buyer", "purchasingAgent", "buyerAccount", "buyerCorporate", "endUser", "administrator");

    private final Fields fields;
    private final XmlCursor xml;
    private Contact best;
    private int bestRank = Integer.MAX_VALUE;

    ContactPart(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** Null when the header has none. */
    Contact best() {
        return best;
    }

    void read() throws DocumentException, IOException {
        String role = fields.attribute("role", Cxml.NAME_LENGTH, "Contact/@role");
        String name = null;
        String email = null;
        String phone = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Name" -> name = fields.text(Cxml.NAME_LENGTH, "Contact/Name");
                case "Email" -> email = first(email, fields.text(Cxml.NAME_LENGTH, "Contact/Email"));
                case "Phone" -> phone = first(phone, phone());
                default -> {}
            }
        }
        int rank = rank(role);
        if (rank < bestRank && (name != null || email != null || phone != null)) {
            bestRank = rank;
            best = new Contact(role, name, email, phone);
        }
    }

    private static int rank(String role) {
        if (role != null && (role.startsWith("supplier") || role.equals("sales") || role.equals("customerService"))) {
            return Integer.MAX_VALUE;
        }
        int known = role == null ? -1 : ROLES.indexOf(role);
        return known < 0 ? ROLES.size() : known;
    }

    /** {@code Phone/TelephoneNumber} as {@code +32 9 1234567}. */
    private String phone() throws DocumentException, IOException {
        String number = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("TelephoneNumber".equals(xml.name())) {
                number = telephoneNumber();
            }
        }
        return number;
    }

    private String telephoneNumber() throws DocumentException, IOException {
        String country = null;
        String area = null;
        String number = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            String part = xml.name();
            String text = fields.text(Cxml.NAME_LENGTH, "Phone/" + part);
            switch (part) {
                case "CountryCode" -> country = text == null ? null : '+' + text.replace("+", "");
                case "AreaOrCityCode" -> area = text;
                case "Number" -> number = text;
                default -> {} // Extension
            }
        }
        return number == null ? null : Texts.joined(Texts.joined(country, " ", area), " ", number);
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
