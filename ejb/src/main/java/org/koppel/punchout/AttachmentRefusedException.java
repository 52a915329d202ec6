package org.koppel.punchout;

/** A file cannot be given along with a line. */
public class AttachmentRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why. */
    public enum Reason {
        EMPTY,
        /** More than {@link CartAttachments#MOST_BYTES}. */
        TOO_LARGE,
        /** Neither PDF, PNG, JPEG, GIF nor plain text, or damaged. */
        KIND,
        /** The line has {@link CartAttachments#MOST_PER_LINE} already. */
        TOO_MANY,
        /** Those of the cart come to more than {@link CartAttachments#MOST_BYTES_OF_CART}. */
        TOO_MUCH,
        NOT_IN_CART
    }

    AttachmentRefusedException(Reason reason) {
        super("An attachment was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
