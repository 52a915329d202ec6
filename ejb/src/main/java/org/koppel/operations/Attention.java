package org.koppel.operations;

/**
 * How much waits for a person, each counted up to {@link #MOST} (a higher number reads "more than that"), and what happened to
 * what came in since the time asked for; {@code failingWaysIn} are places that cannot be visited any more, {@code toRead}
 * messages that a person has to read.
 */
public record Attention(
        int failedMessages,
        int conflicts,
        int heldOrders,
        int parkedDeliveries,
        int retrying,
        int refused,
        int failingWaysIn,
        int toRead) {
    /** Counting stops here, so that the dashboard stays fast on the worst day. */
    public static final int MOST = 1_000;

    /** Whether nobody needs to do anything. */
    public boolean quiet() {
        return failedMessages + conflicts + heldOrders + parkedDeliveries + failingWaysIn + toRead == 0;
    }
}
