package org.koppel.punchout.quick;

import java.math.BigDecimal;

/**
 * A wanted article. {@code line} is the row's place from 1; {@code number} any number of the article, as it was typed;
 * {@code typed} the quantity as it was typed, empty when none was; {@code quantity} what that means, null when nothing was typed
 * or it means no single number.
 */
public record QuickRow(int line, String number, String typed, BigDecimal quantity) {}
