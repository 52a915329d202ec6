package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * One of the things that a buyer wants to see again, of each kind that the record knows, called as the pages below docs/formats call
 * it. Its value stands nowhere else in a document.
 *
 * @param reference null for what is a field of its own
 * @param line whether it belongs to a line
 */
record Asked(String words, Reference reference, String value, boolean line) {
    static final Asked ORDER = field("order number", "PO7700421", false);
    static final Asked LINE = field("line number", "70101", true);
    static final Asked SHIP_TO = field("ship-to code", "YARD7", false);
    static final Asked SHIP_TO_GLN = field("ship-to GLN", "5412345000020", false);
    static final Asked SHIP_TO_BESIDE_GLN = field("ship-to code beside a GLN", "YARD7", false);
    static final Asked LINE_SHIP_TO = field("line ship-to code", "CABIN3", true);

    private static final List<Object[]> KINDS = List.of(
            new Object[] {"requisition", Kind.REQUISITION, null, "REQ1"},
            new Object[] {"second requisition", Kind.REQUISITION, null, "REQ2"},
            new Object[] {"contract", Kind.CONTRACT, null, "CTR1"},
            new Object[] {"second contract", Kind.CONTRACT, null, "CTR2"},
            new Object[] {"cost centre", Kind.ACCOUNTING, null, "ACC1"},
            new Object[] {"cost centre with a name", Kind.ACCOUNTING, "Kostenplaats", "ACC2"},
            new Object[] {"cart", Kind.CART, null, "CART"},
            new Object[] {"sales order", Kind.SUPPLIER_ORDER, null, "SALE"},
            new Object[] {"CustomerReference", Kind.OTHER, "CustomerReference", "CUST"},
            new Object[] {"free reference", Kind.OTHER, "Bouwwerf", "FREE"});

    /** Every reference of an order, as {@link Reference}. */
    static final List<Asked> OF_ORDER = references(false);

    /** The same of its first line. */
    static final List<Asked> OF_LINE = references(true);

    private static Asked field(String words, String value, boolean line) {
        return new Asked(words, null, value, line);
    }

    private static List<Asked> references(boolean line) {
        List<Asked> all = new ArrayList<>();
        for (Object[] kind : KINDS) {
            String value = (line ? "L" : "H") + kind[3];
            Reference reference = new Reference((Kind) kind[1], (String) kind[2], value);
            all.add(new Asked((line ? "line " : "") + kind[0], reference, value, line));
        }
        return all;
    }

    static List<Reference> values(List<Asked> asked) {
        return asked.stream().map(Asked::reference).toList();
    }
}
