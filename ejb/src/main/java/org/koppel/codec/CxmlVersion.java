package org.koppel.codec;

import java.util.regex.Pattern;

/**
 * A version of the published cXML DTDs, and what its files know of that Koppel writes. Read were {@code cXML.dtd} of 1.2.014, 1.2.020, 1.2.050 and
 * 1.2.063, {@code Fulfill.dtd} of 1.2.050 and 1.2.063, and {@code InvoiceDetail.dtd} of 1.2.037: what came between two of them counts for the later one, so that no
 * document holds what its DTD may lack (docs/decisions/0103).
 *
 * @param value as in the address of the DTD: {@code 1.2.063}; versions are ordered as their texts are
 */
public record CxmlVersion(String value) {
    /** The newest that was read: it knows everything that Koppel writes. */
    public static final CxmlVersion AS_WRITTEN = new CxmlVersion("1.2.063");

    /** The oldest in common use; it knows answers and status. */
    public static final CxmlVersion OLDEST = new CxmlVersion("1.2.014");

    private static final Pattern FORM = Pattern.compile("1\\.[0-9]\\.[0-9]{3}");

    /** Whether a text looks like a version. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Whether a line may hold {@code BuyerPartID} (in ItemID), {@code PriceBasisQuantity}, and {@code Comments} and {@code Extrinsic} (in ItemIn), and an invoice
     * what is added or taken off ({@code Modification}) with its sums and {@code TaxExemption}.
     */
    public boolean knowsWholeLines() {
        return isAtLeast("1.2.037");
    }

    /** Whether an article of an index may have its level, price, unit and lead time. */
    public boolean knowsPricesInIndex() {
        return isAtLeast("1.2.020");
    }

    /** Whether the price of an article of an index may be one for several units. */
    public boolean knowsPriceBasisInIndex() {
        return isAtLeast("1.2.050");
    }

    /**
     * Whether an order may name who buys ({@code BusinessPartner}), beside the day it is wanted, numbers of its places and the contract of a line. {@code cXML.dtd}
     * of 1.2.014 knows none of them.
     */
    public boolean knowsSoldTo() {
        return isAtLeast("1.2.050");
    }

    /** Whether a line of a ship notice may hold {@code Comments} and {@code Extrinsic}, and its package a {@code Dimension}. */
    public boolean knowsWholeShipments() {
        return isAtLeast("1.2.050");
    }

    /** Whether a rate of zero may be told from exemption by {@code exemptDetail} (cXML Release Notes, 1.2.021). */
    public boolean knowsExemptDetail() {
        return isAtLeast("1.2.021");
    }

    private boolean isAtLeast(String version) {
        return value.compareTo(version) >= 0;
    }
}
