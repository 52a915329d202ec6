package org.koppel.codec.ubl;

import java.util.Optional;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Party;

/**
 * Electronic addresses of Peppol, {@code scheme:value}: as agreed with the partner, else from what the document knows of the
 * company, the Belgian enterprise number before the GLN.
 */
final class Endpoints {
    /** Options of the format. */
    static final String SELLER = "seller-endpoint";

    static final String BUYER = "buyer-endpoint";

    private Endpoints() {}

    static Optional<String> of(FormatSettings settings, String option, Party party) {
        String agreed = settings.option(option, "");
        if (!agreed.isBlank()) {
            return Optional.of(agreed.strip());
        }
        String vat = party.vat() == null ? "" : party.vat().replaceAll("[^A-Za-z0-9]", "");
        if (vat.matches("(?i)BE[01]\\d{9}")) {
            return Optional.of(Ubl.BELGIAN_ENTERPRISE + ':' + vat.substring(2));
        }
        return Optional.ofNullable(party.gln()).map(gln -> Ubl.GLN + ':' + gln);
    }
}
