package org.koppel.transport;

/** The partner, or the settings, say no to a visit; {@link #outcome} says whether a later one may work, and what to do. */
public class PickupRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient DeliveryOutcome outcome;

    public PickupRefusedException(DeliveryOutcome outcome) {
        super(outcome.code() + ": " + outcome.detail());
        this.outcome = outcome;
    }

    public PickupRefusedException(DeliveryOutcome outcome, Throwable cause) {
        super(outcome.code() + ": " + outcome.detail(), cause);
        this.outcome = outcome;
    }

    /** Never delivered: retry or rejected, with the cure. */
    public DeliveryOutcome outcome() {
        return outcome;
    }
}
