package org.koppel.punchout;

import java.time.LocalDate;

/** What a buyer says to one line of an open cart; any may be null. */
public record LineWishes(LocalDate delivery, String costCentre, String text) {
    public static final LineWishes NONE = new LineWishes(null, null, null);

    /** The same without a wanted day that is over. */
    LineWishes from(LocalDate today) {
        boolean over = delivery != null && delivery.isBefore(today);
        return over ? new LineWishes(null, costCentre, text) : this;
    }
}
