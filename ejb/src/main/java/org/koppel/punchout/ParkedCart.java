package org.koppel.punchout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/** A cart that went home and waits for its approved order. {@code reference} travelled with every line. */
public record ParkedCart(UUID id, String reference, List<Line> lines, Data data) {

    /** A line as it was transferred; {@code number} counts from 1. */
    public record Line(int number, String article, BigDecimal quantity, UnitCode unit, Price price, Wishes wishes) {
        /** Without wishes. */
        public Line(int number, String article, BigDecimal quantity, UnitCode unit, Price price) {
            this(number, article, quantity, unit, price, Wishes.NONE);
        }
    }

    /**
     * What was said with the whole cart. {@code site} is an address id, {@code buyer} a login; {@code expired} is when the cart
     * expired, null while it waits; {@code atOnce} marks one that was ordered by its transfer; {@code order} is the first order
     * it became. All but the flag may be null.
     */
    public record Data(
            String site, String buyer, String buyerName, String cardText, Instant expired, boolean atOnce, UUID order) {
        public static final Data NONE = new Data(null, null, null, null, null, false, null);
    }

    /** With nothing said. */
    public ParkedCart(UUID id, String reference, List<Line> lines) {
        this(id, reference, lines, Data.NONE);
    }

    public ParkedCart {
        lines = List.copyOf(lines);
    }
}
