package org.koppel.codec;

/**
 * A text that was written shorter than it is, because its place takes no more and the customer agreed to that ({@link Fitting}).
 *
 * @param line the line's number as it is written; null for what is said of the whole document
 * @param kind what the text is
 * @param place in the partner's own terms: {@code DESCRIPT}, {@code N1 BY}
 * @param written how many characters the partner gets
 * @param length of the text, in characters
 */
public record Shortening(String line, Kind kind, String place, int written, int length) {

    /** Texts that people read. What machines compare, numbers, codes, references, is none of them and is never shortened. */
    public enum Kind {
        NAME,
        CONTACT,
        STREET,
        CITY,
        DESCRIPTION,
        REASON,
        CARRIER,
        ACCOUNT_HOLDER
    }
}
