package org.koppel.punchout;

/** A step that the cart's state does not allow, such as a change after it went home. */
public class IllegalCartStateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IllegalCartStateException(String reference, String status, String wanted) {
        super("Cart " + reference + " is " + status + ", cannot " + wanted);
    }
}
