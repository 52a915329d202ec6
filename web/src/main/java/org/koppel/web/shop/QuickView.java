package org.koppel.web.shop;

import java.util.List;
import java.util.stream.Collectors;
import org.koppel.punchout.QuickLine;
import org.koppel.punchout.quick.QuickRowsException;

/**
 * The quick order's page. {@code lines} say what became of the rows, those that were not taken first; {@code problem} says why the whole
 * list was not read, null otherwise; {@code list} stands in the box.
 */
public record QuickView(List<QuickLine> lines, QuickRowsException.Reason problem, String list) {

    static QuickView empty() {
        return new QuickView(List.of(), null, "");
    }

    static QuickView refused(QuickRowsException.Reason reason, String list) {
        return new QuickView(List.of(), reason, list);
    }

    static QuickView of(List<QuickLine> lines) {
        String again = lines.stream()
                .filter(l -> !l.outcome().isAdded())
                .map(l -> l.row().number() + "\t" + l.row().typed())
                .collect(Collectors.joining("\n"));
        return new QuickView(lines, null, again);
    }

    /** How many rows are in the cart now. */
    public long added() {
        return lines.stream().filter(l -> l.outcome().isAdded()).count();
    }

    /** How many are not. */
    public long left() {
        return lines.size() - added();
    }
}
