package org.koppel.codec;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as text where nobody agreed on the decimal mark. A point or comma with three digits behind it and up to three before, such as
 * {@code 1.000}, parts thousands to one reader and decimals to another: it is neither guessed nor written.
 */
public final class DecimalMark {
    /** No group of thousands begins with 0, so that 0.125 is told. */
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private DecimalMark() {}

    /** @param text a number without sign and blanks */
    public static boolean isAmbiguous(String text) {
        return EITHER.matcher(text).matches();
    }

    /** What is wrong with an ambiguous number and how to write it, for its sender. */
    public static String cure(String text) {
        return "\"" + text + "\" may be thousands or decimals; write " + text.replaceAll("[.,]", "") + " or " + text
                + "0";
    }

    /** With a point, and with one 0 more where its decimals could be taken for thousands: {@code 1.1250}. */
    public static String written(BigDecimal number) {
        String plain = number.toPlainString();
        return isAmbiguous(number.signum() < 0 ? plain.substring(1) : plain) ? plain + "0" : plain;
    }
}
