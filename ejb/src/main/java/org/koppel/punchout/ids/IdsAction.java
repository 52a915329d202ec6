package org.koppel.punchout.ids;

import java.util.Locale;
import java.util.Optional;

/** What the craftsman's software wants of the shop, named from its own point of view. */
enum IdsAction {
    /** Warenkorb empfangen: shop freely, bring a basket home. */
    WKE,
    /** Warenkorb senden: here is a basket, let the craftsman go on with it. */
    WKS,
    /** Artikel-Deeplink: show one article. */
    ADL,
    /** Artikelsuche: show what is found for a word. */
    AS;

    /** The action of a call; a call that names none wants to shop. Empty for actions that are not offered. */
    static Optional<IdsAction> named(String code) {
        return switch (code.strip().toUpperCase(Locale.ROOT)) {
            case "", "WKE" -> Optional.of(WKE);
            case "WKS" -> Optional.of(WKS);
            case "ADL" -> Optional.of(ADL);
            case "AS" -> Optional.of(AS);
            default -> Optional.empty();
        };
    }
}
