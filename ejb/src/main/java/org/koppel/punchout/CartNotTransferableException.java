package org.koppel.punchout;

/** The cart is empty, or has lines that cannot be ordered; the cart's page shows which and why. */
public class CartNotTransferableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean empty;

    CartNotTransferableException(boolean empty) {
        super(empty ? "The cart is empty" : "The cart has lines that cannot be ordered");
        this.empty = empty;
    }

    public boolean isEmpty() {
        return empty;
    }
}
