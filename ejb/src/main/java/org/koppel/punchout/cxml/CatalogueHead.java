package org.koppel.punchout.cxml;

import java.time.OffsetDateTime;
import org.koppel.party.Supplier;

/**
 * What a catalogue file says once: in which numbering scheme the supplier has which number, where its cXML requests go
 * ({@code address}), the customer's language (ISO 639-1) and currency, and when it was written.
 */
record CatalogueHead(
        String domain, String supplier, String address, String language, String currency, OffsetDateTime at) {

    static CatalogueHead of(Supplier supplier, String address, String language, String currency, OffsetDateTime at) {
        if (supplier.duns() != null) {
            return new CatalogueHead("DUNS", supplier.duns(), address, language, currency, at);
        }
        return supplier.gln() != null
                ? new CatalogueHead("GLN", supplier.gln(), address, language, currency, at)
                : new CatalogueHead("NAME", supplier.name(), address, language, currency, at);
    }
}
