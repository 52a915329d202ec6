package org.koppel.transport;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a delivery to a partner over one protocol. Implementations are stateless, thread-safe and found by CDI. */
public interface Transport {

    TransportId id();

    /** What a channel over this transport must say. */
    List<Setting> settings();

    /** Whether files of many deliveries lie side by side where they arrive, so that a name may stand there only once. */
    default boolean sideBySide() {
        return false;
    }

    /** The console's <em>Test connection</em>: reaches the partner without sending anything. */
    DeliveryOutcome check(Map<String, String> settings) throws IOException, InterruptedException;

    /**
     * Delivers. What the partner answers is a value; only a failure of the machine is an exception, and counts as retry. Gives
     * up by itself within a minute.
     */
    DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException;

    /**
     * When certificates end that the settings hold, ours or the partner's: the first end of those in use. Empty where there is none, or
     * where they cannot be read, which the test of the connection says.
     *
     * @param settings secrets in clear
     */
    default Optional<Instant> certificatesEnd(Map<String, String> settings) {
        return Optional.empty();
    }
}
