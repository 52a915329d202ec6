package org.koppel.codec.table;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.codec.Problems;

/** The codes of ISO 4217. */
final class Currencies {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private Currencies() {}

    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** Null when the cell is empty or holds none, which is noted. */
    static String known(TableRow row, String field, Problems problems) {
        String said = row.text(field);
        if (said == null) {
            return null;
        }
        String code = said.toUpperCase(Locale.ROOT);
        if (!CODES.contains(code)) {
            problems.add("UNKNOWN_CURRENCY", row.place(field), "This is no code of ISO 4217; write one such as EUR");
            return null;
        }
        return code;
    }
}
