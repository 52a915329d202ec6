package org.koppel.codec.table;

import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.Problems;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** Who orders, and where the goods go, as a row of an order says it. */
final class OrderParties {
    private static final int LENGTH = 200;
    private static final int CODE_LENGTH = 70;
    private static final String GLN = "\\d{13}";
    private static final String GLN_RULE = "a GLN of 13 digits";

    private OrderParties() {}

    /** Null when the row does not say. */
    static Party buyer(TableRow row, Problems problems) {
        String name = row.text("buyer_name", LENGTH, problems);
        String gln = row.matching("buyer_gln", GLN, GLN_RULE, problems);
        String vat = row.text("buyer_vat", CODE_LENGTH, problems);
        String person = row.text("buyer_contact", LENGTH, problems);
        String email = row.text("buyer_email", LENGTH, problems);
        String phone = row.text("buyer_phone", LENGTH, problems);
        boolean anybody = Stream.of(person, email, phone).anyMatch(Objects::nonNull);
        Contact contact = anybody ? new Contact(null, person, email, phone) : null;
        return contact == null && Stream.of(name, gln, vat).allMatch(Objects::isNull)
                ? null
                : new Party(name, gln, vat, contact, null);
    }

    /** Null when the row does not say. */
    static Address place(TableRow row, Problems problems) {
        String id = row.text("ship_to", CODE_LENGTH, problems);
        String gln = row.matching("ship_to_gln", GLN, GLN_RULE, problems);
        String name = row.text("ship_to_name", LENGTH, problems);
        String street = row.text("ship_to_street", LENGTH, problems);
        String postalCode = row.text("ship_to_postal_code", CODE_LENGTH, problems);
        String city = row.text("ship_to_city", LENGTH, problems);
        String country = row.matching("ship_to_country", "[A-Z]{2}", "a country of ISO 3166-1, such as BE", problems);
        return Stream.of(id, gln, name, street, postalCode, city, country).allMatch(Objects::isNull)
                ? null
                : new Address(id, gln, name, null, street, postalCode, city, country);
    }
}
