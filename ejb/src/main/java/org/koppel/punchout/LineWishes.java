package org.koppel.punchout;

import java.time.LocalDate;

/** What a buyer says to one line of an open cart; any may be null. */
public record LineWishes(LocalDate delivery, String costCentre, String text) {
    public static final LineWishes NONE = new LineWishes(null, null, null);
}
