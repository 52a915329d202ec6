package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/** A cart that went home and waits for its approved order. {@code reference} travelled with every line. */
public record ParkedCart(UUID id, String reference, List<Line> lines) {

    /** A line as it was transferred; {@code number} counts from 1. */
    public record Line(int number, String article, BigDecimal quantity, UnitCode unit, Price price) {}

    public ParkedCart {
        lines = List.copyOf(lines);
    }
}
