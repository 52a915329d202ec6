package org.koppel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol by which partners come by themselves and want a receipt for what they bring, as AS2. Its ways in are agreed like those of
 * every {@link Pickup}, and never visited. Implementations are stateless, thread-safe and found by CDI.
 */
public interface Reception extends Pickup {

    /** What was brought, out of its envelope, its sender proved. Closing it removes what was kept for it. */
    interface Opened extends AutoCloseable {

        /** The sender's name of it; the same when it is sent again. */
        String id();

        /** Of {@link #content}. */
        String contentType();

        /** As often as it is asked for. */
        InputStream content() throws IOException;

        /** The receipt that it was taken; the same however often it came. */
        Answer taken();

        /** The receipt that it was opened and not taken. @param why with the cure */
        Answer refused(String why);

        @Override
        void close();
    }

    /** An answer by HTTP. {@code said} is the short form of the receipt, for the log and the order desk. */
    record Answer(int status, Map<String, String> headers, byte[] body, String said) {}

    /**
     * From whom to whom something is addressed, in the names that the partners agreed on.
     *
     * @throws ReceptionRefusedException when it does not say so
     */
    String route(Arrival arrival) throws ReceptionRefusedException;

    /** From whom to whom a way in leads. */
    String route(Map<String, String> settings);

    /**
     * Proves the sender and opens what it brought.
     *
     * @param settings secrets in clear
     * @param most bytes that it may have when it is opened
     * @throws ReceptionRefusedException when it cannot be opened, or its sender did not prove itself as agreed
     */
    Opened open(Arrival arrival, Map<String, String> settings, long most) throws ReceptionRefusedException, IOException;

    /** Says no. @param settings of the way in that it came by, secrets in clear; empty where it came by none */
    Answer refuse(Arrival arrival, Optional<Map<String, String>> settings, ReceptionRefusedException why);

    /** The console's <em>Test connection</em>: nothing is sent, so it says only what can be known here. */
    DeliveryOutcome check(Map<String, String> settings);

    @Override
    default boolean isVisited() {
        return false;
    }

    @Override
    default PickupVisit visit(Map<String, String> settings) throws PickupRefusedException {
        throw new PickupRefusedException(
                DeliveryOutcome.rejected("NOT_VISITED", "By this way in partners come by themselves"));
    }
}
