package org.koppel.inbound.pickup;

/** The visit took so long that another node has taken the way in over; nothing more may be stored by this one. */
class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException(WayIn way) {
        super("Another run has the " + way + " by now");
    }
}
