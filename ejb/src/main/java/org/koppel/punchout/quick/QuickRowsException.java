package org.koppel.punchout.quick;

/** A list could not be read at all. */
public class QuickRowsException extends Exception {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** What is wrong with the list. */
    public enum Reason {
        /** More bytes than {@link QuickRows#MAX_BYTES}, or unpacked far more than that. */
        TOO_LARGE,
        /** More than {@link QuickRows#MAX_ROWS} rows. */
        TOO_MANY_ROWS,
        /** Neither a text nor a spreadsheet. */
        UNREADABLE,
        /** No row with an article number. */
        EMPTY
    }

    public QuickRowsException(Reason reason) {
        super("List of articles: " + reason);
        this.reason = reason;
    }

    public QuickRowsException(Reason reason, Throwable cause) {
        super("List of articles: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
