package org.koppel.codec.table;

import org.koppel.codec.Problems;
import org.koppel.document.Address;
import org.koppel.document.Party;

/** The buyer of a row: {@code customer} is our own id, {@code buyer_gln} and {@code buyer_vat} the company's. */
final class TableParties {
    private static final int LENGTH = 70;

    private TableParties() {}

    /** Null when the file does not say. */
    static Party buyer(TableRow row, Problems problems) {
        String id = row.text("customer", LENGTH, problems);
        String gln = row.text("buyer_gln", LENGTH, problems);
        String vat = row.text("buyer_vat", LENGTH, problems);
        if (id == null && gln == null && vat == null) {
            return null;
        }
        Address address = id == null ? null : new Address(id, null, null, null, null, null, null, null);
        return new Party(null, gln, vat, null, address);
    }
}
