package org.koppel.punchout;

/** The token belongs to no visit, or to one that is over; the buyer has to start again in the own procurement system. */
public class UnknownVisitException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean expired;

    public UnknownVisitException(boolean expired) {
        super(expired ? "The punch-out visit has expired" : "There is no such punch-out visit");
        this.expired = expired;
    }

    /** Whether there was such a visit once. */
    public boolean isExpired() {
        return expired;
    }
}
