package org.koppel.punchout;

/** A buyer who came to look at a cart tried to change it. */
public class ReadOnlyVisitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReadOnlyVisitException() {
        super("This visit is for looking only");
    }
}
