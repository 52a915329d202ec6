package org.koppel.punchout.peppol;

import java.math.BigDecimal;
import java.util.Set;

/** VAT of an item for one buyer: the {@code category} by UNCL 5305 and its rate. */
record ItemTax(String category, BigDecimal percent) {
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /**
     * Goods that stay in the country bear its VAT; those for a business elsewhere in the Union none, and neither exports. The
     * invoice decides; the cart says what is to be expected.
     *
     * @param seller country, ISO 3166; null counts as the buyer's
     * @param buyer country, ISO 3166; null counts as the seller's
     * @param buyersVat null when the buyer has no VAT number
     */
    static ItemTax of(BigDecimal percent, String seller, String buyer, String buyersVat) {
        boolean home = seller == null || buyer == null || seller.equals(buyer);
        boolean withinUnion = UNION.contains(String.valueOf(seller)) && UNION.contains(String.valueOf(buyer));
        if (home || withinUnion && buyersVat == null) {
            return percent.signum() == 0
                    ? new ItemTax("Z", BigDecimal.ZERO)
                    : new ItemTax("S", percent.stripTrailingZeros());
        }
        return new ItemTax(withinUnion ? "K" : "G", BigDecimal.ZERO);
    }
}
