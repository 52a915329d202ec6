package org.koppel.web.shop;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/**
 * Quantities as people write them: {@code 10}, {@code 2,5} or {@code 2.5}. What could mean two things is not guessed: in Dutch
 * {@code 1.000} is a thousand, for a computer it is one.
 */
final class QuantityText {
    private static final int LONGEST = 15;

    private QuantityText() {}

    /** The number, or empty when it is none or could mean two. May be negative or zero. */
    static Optional<BigDecimal> read(String text, Locale locale) {
        String plain = text == null ? "" : text.replaceAll("[\\s\\u00a0\\u202f]+", "");
        if (plain.length() > LONGEST || !plain.matches("-?[0-9]+([.,][0-9]+)?")) {
            return Optional.empty();
        }
        char decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        boolean foreign = plain.indexOf(decimal == ',' ? '.' : ',') >= 0;
        boolean groups = plain.matches("-?[0-9]{1,3}[.,][0-9]{3}");
        return foreign && groups ? Optional.empty() : Optional.of(new BigDecimal(plain.replace(',', '.')));
    }
}
