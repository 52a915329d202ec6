package org.koppel.party;

/** A buyer's browser may not be sent to an address. The message says why and what to do, and does not repeat the address. */
public class ReturnAddressRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, for texts in the reader's language. */
    public enum Reason {
        /** None was given. */
        MISSING,
        /** It is no absolute web address, or has signs that do not belong into one. */
        MALFORMED,
        /** It is longer than any that is in use. */
        TOO_LONG,
        /** Neither https nor, for loopback addresses of the demo, http. */
        INSECURE,
        /** It is none of the customer's allowed origins. */
        FOREIGN
    }

    private final Reason reason;

    ReturnAddressRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
