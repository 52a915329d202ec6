package org.koppel.punchout;

/** A list was not saved. */
public class OrderListRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** No name, or one of more than 60 characters. */
        NAME,
        /** The cart is empty. */
        EMPTY,
        /** The customer has {@link OrderLists#MOST} lists already. */
        TOO_MANY
    }

    OrderListRefusedException(Reason reason) {
        super("List not saved: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
