package org.koppel.punchout;

import java.time.LocalDate;

/**
 * What a buyer says to a line of a cart that goes home: {@code delivery} is the day it is wanted, {@code costCentre} the
 * line's own or the cart's, {@code text} is free. {@code site} (an address id of the customer) and {@code cardText} are the
 * whole cart's, the same on every line. Any may be null.
 */
public record Wishes(LocalDate delivery, String costCentre, String text, String site, String cardText) {
    public static final Wishes NONE = new Wishes(null, null, null, null, null);
}
