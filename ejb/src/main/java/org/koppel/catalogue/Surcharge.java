package org.koppel.catalogue;

import java.math.BigDecimal;
import org.koppel.shared.Money;

/**
 * What an article costs on top of its net price, by law or agreement (Recupel, Ecotax, Sabam). {@code number} stands on its lines
 * as an article's number would; {@code name} is in the reader's language; {@code amount} is for one order unit, without VAT, in the currency of
 * the price; {@code taxPercent} its VAT rate.
 */
public record Surcharge(String number, String name, Money amount, BigDecimal taxPercent, Handling handling) {

    /** How a customer's system gets to know of it. */
    public enum Handling {
        /** As a line behind the article's. */
        OWN_LINE,
        /** The article's price contains it. */
        IN_PRICE,
        /** Shown in the shop and charged by the invoice, but not handed over. */
        NOT_RETURNED
    }
}
