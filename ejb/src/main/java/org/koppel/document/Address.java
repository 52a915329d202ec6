package org.koppel.document;

/**
 * A place (UBL {@code cac:Address}). {@code id} is the buyer's own code of the place (cXML {@code addressID}); {@code gln} a
 * GS1 location number of 13 digits; {@code country} ISO 3166-1 alpha-2. Everything may be null.
 */
public record Address(
        String id,
        String gln,
        String name,
        String deliverTo,
        String street,
        String postalCode,
        String city,
        String country) {}
