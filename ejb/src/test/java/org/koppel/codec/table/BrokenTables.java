package org.koppel.codec.table;

import java.util.Set;
import java.util.TreeSet;
import org.koppel.codec.BrokenFilesContract;

/** What the readers of all tables find wrong. */
abstract class BrokenTables extends BrokenFilesContract {
    private static final Set<String> EVERYWHERE = Set.of(
            "UNKNOWN_COLUMNS",
            "MISSING_COLUMN",
            "DUPLICATE_COLUMN",
            "MISSING_FIELD",
            "BAD_VALUE",
            "UNREADABLE_NUMBER",
            "UNREADABLE_DATE",
            "UNKNOWN_UNIT",
            "UNKNOWN_CURRENCY",
            "QUANTITY_NOT_POSITIVE",
            "DUPLICATE_LINE_NUMBER",
            "TEXT_TOO_LONG",
            "CONTROL_CHARACTER",
            "ROWS_APART",
            "LINE_AMOUNT_WRONG",
            "TOTAL_WRONG",
            "BAD_TAX",
            "NUMBER_OUT_OF_RANGE",
            "BAD_PAYMENT_REFERENCE",
            "BAD_IBAN");

    static Set<String> with(String... own) {
        Set<String> all = new TreeSet<>(EVERYWHERE);
        all.addAll(Set.of(own));
        return all;
    }
}
