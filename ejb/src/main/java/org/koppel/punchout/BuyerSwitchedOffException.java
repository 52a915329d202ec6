package org.koppel.punchout;

/** The customer has switched off the person of a visit: nothing more is shown, changed or handed over in it. */
public class BuyerSwitchedOffException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BuyerSwitchedOffException() {
        super("The person of the visit was switched off by the customer");
    }
}
