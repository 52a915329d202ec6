package org.koppel.codec.cxml;

import java.util.Locale;
import java.util.Set;

/** GS1 numbers, by the names senders give to their scheme. */
final class Gtins {
    private static final Set<String> SCHEMES =
            Set.of("GTIN", "EAN", "EANID", "EAN-13", "EAN13", "UPC", "GLN", "ILN", "GS1", "INTERNATIONALGLN");

    private Gtins() {}

    static boolean isScheme(String domain) {
        return SCHEMES.contains(domain.toUpperCase(Locale.ROOT));
    }

    static boolean isGln(String text) {
        return digits(text) == 13;
    }

    static boolean isGtin(String text) {
        int digits = digits(text);
        return digits >= 8 && digits <= 14;
    }

    private static int digits(String text) {
        return text != null && text.chars().allMatch(c -> c >= '0' && c <= '9') ? text.length() : 0;
    }
}
