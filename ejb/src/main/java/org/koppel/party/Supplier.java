package org.koppel.party;

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
        String iban) {}
