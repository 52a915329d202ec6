package org.koppel.document;

/** What the supplier says to a line (UNCL 4343 / Peppol line response codes). */
public enum LineStatus {
    /** As ordered. */
    ACCEPTED,
    /** Taken with another price, quantity or date; the reasons say which. */
    CHANGED,
    /** Taken; part or all of it follows on the date given. */
    BACKORDERED,
    /** Not taken; the reasons say why. */
    REJECTED
}
