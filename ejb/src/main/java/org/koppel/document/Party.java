package org.koppel.document;

/**
 * A company as a document names it (UBL {@code cac:Party}). Any field may be null; {@code gln} has 13 digits, {@code vat} the
 * country prefix.
 */
public record Party(String name, String gln, String vat, Contact contact, Address address) {

    public static Party named(String name) {
        return new Party(name, null, null, null, null);
    }
}
