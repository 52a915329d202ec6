package org.koppel.punchout.quick;

import java.math.BigDecimal;
import org.koppel.shared.UnitCode;

/**
 * A wanted article. {@code line} is the row's place from 1; {@code number} any number of the article, as it was typed, empty when none was;
 * {@code typed} the quantity as it was typed, empty when none was; {@code quantity} what that means, null when nothing was typed
 * or it means no single number; {@code unit} what the quantity counts, null for the unit that the article of this number is sold in.
 */
public record QuickRow(int line, String number, String typed, BigDecimal quantity, UnitCode unit) {
    /** In the article's own unit. */
    public QuickRow(int line, String number, String typed, BigDecimal quantity) {
        this(line, number, typed, quantity, null);
    }
}
