package org.koppel.party;

import org.koppel.document.Address;
import org.koppel.document.Party;

/** Who sells: the one supplier of this installation. Everything but the name may be null. {@code gln} has 13 digits, {@code country} is ISO 3166. */
public record Supplier(
        String name,
        String vatNumber,
        String gln,
        String duns,
        String street,
        String postalCode,
        String city,
        String country,
        String email,
        String telephone,
        String website,
        String iban) {

    /** As documents name a company, without whom to ask there. */
    public Party party() {
        return new Party(
                name, gln, vatNumber, null, new Address(null, gln, name, null, street, postalCode, city, country));
    }
}
