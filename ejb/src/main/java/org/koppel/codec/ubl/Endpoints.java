package org.koppel.codec.ubl;

import java.util.Locale;
import java.util.Map;
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
    static final String SELLERS_REGISTRATION = "seller-registration";
    static final String BUYERS_REGISTRATION = "buyer-registration";

    /** VAT numbers in the list of electronic address schemes (EAS), by country. */
    private static final Map<String, String> VAT_LISTS =
            Map.of("BE", "9925", "DE", "9930", "FR", "9957", "LU", "9938", "NL", "9944");

    private Endpoints() {}

    static Optional<String> of(FormatSettings settings, String option, Party party) {
        return agreed(settings, option).or(() -> registered(party));
    }

    /** What was agreed with the partner. */
    static Optional<String> agreed(FormatSettings settings, String option) {
        return Optional.of(settings.option(option, "").strip()).filter(agreed -> !agreed.isEmpty());
    }

    /** What the document knows of the company; the last resort is its VAT number in the list of its country. */
    static Optional<String> known(Party party) {
        return registered(party)
                .or(() -> Optional.of(vat(party))
                        .filter(vat -> vat.length() > 2 && VAT_LISTS.containsKey(vat.substring(0, 2)))
                        .map(vat -> VAT_LISTS.get(vat.substring(0, 2)) + ':' + vat));
    }

    private static Optional<String> registered(Party party) {
        return enterprise(party).or(() -> Optional.ofNullable(party.gln()).map(gln -> Ubl.GLN + ':' + gln));
    }

    /** The Belgian enterprise number that a VAT number is made of. */
    static Optional<String> enterprise(Party party) {
        return Optional.of(vat(party))
                .filter(vat -> vat.matches("BE[01]\\d{9}"))
                .map(vat -> Ubl.BELGIAN_ENTERPRISE + ':' + vat.substring(2));
    }

    private static String vat(Party party) {
        return party.vat() == null
                ? ""
                : party.vat().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
