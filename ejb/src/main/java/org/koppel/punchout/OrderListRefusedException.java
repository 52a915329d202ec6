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
        /** There are {@link OrderLists#MOST} shared lists already, or {@link OrderLists#MOST_OWN} own ones. */
        TOO_MANY,
        /** The list has as many lines as one can have. */
        TOO_MANY_LINES,
        /** Not above zero, too large, or with too many decimals. */
        QUANTITY,
        /** Only its owner may change it, or there is no such list. */
        NOT_YOURS,
        /** Nobody knows who the buyer is, or of which site. */
        AUDIENCE
    }

    OrderListRefusedException(Reason reason) {
        super("List not saved: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
