package org.koppel.despatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;

/**
 * What the warehouse says of one despatch. {@code number} is its delivery note's; null: one is made. Everything but the lines may be
 * null.
 */
public record DespatchNote(
        String number,
        LocalDate despatchedOn,
        LocalDate expectedOn,
        String note,
        Carrier carrier,
        List<HandlingUnit> packages,
        List<Line> lines) {

    /** Says nothing, and is refused for that. */
    public static final DespatchNote EMPTY = new DespatchNote(null, null, null, null, null, null, null);

    /** How much left of a line, by the buyer's line number, and in which package (may be null). */
    public record Line(String orderLine, BigDecimal quantity, String sscc) {}

    public DespatchNote {
        packages = packages == null ? List.of() : List.copyOf(packages);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
