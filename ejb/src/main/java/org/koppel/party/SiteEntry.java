package org.koppel.party;

/**
 * A site as its customer keeps it. {@code addressId} is the customer's own code; {@code standard} says that it is proposed where
 * nobody names another. All but code and name may be null; {@code country} is ISO 3166-1 alpha-2.
 */
public record SiteEntry(
        String addressId,
        String name,
        String gln,
        String street,
        String postalCode,
        String city,
        String country,
        boolean active,
        boolean standard) {}
