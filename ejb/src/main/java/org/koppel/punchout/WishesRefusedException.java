package org.koppel.punchout;

import java.util.List;

/** Something a buyer said with a cart cannot be kept; nothing of it was. */
public class WishesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /** What is wrong with a wish. */
    public enum Reason {
        /** The day is over. */
        PAST,
        /** The day is more than a year away. */
        TOO_FAR,
        TOO_LONG,
        /** No delivery place of the customer. */
        SITE_UNKNOWN
    }

    /** @param article null for what is said of the whole cart; @param field name of the record's component */
    public record Problem(String article, String field, Reason reason) {}

    WishesRefusedException(List<Problem> problems) {
        super("Wishes that cannot be kept: " + problems.size());
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<Problem> problems() {
        return problems;
    }
}
