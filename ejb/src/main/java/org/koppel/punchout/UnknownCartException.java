package org.koppel.punchout;

/** The cart that shall be changed or looked at did not leave this shop, or is not kept any more. */
public class UnknownCartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownCartException() {
        super("None of the lines names a cart of this shop");
    }
}
