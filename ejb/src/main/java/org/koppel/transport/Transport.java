package org.koppel.transport;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Brings a delivery to a partner over one protocol. Implementations are stateless, thread-safe and found by CDI. */
public interface Transport {

    TransportId id();

    /** What a channel over this transport must say. */
    List<Setting> settings();

    /** The console's <em>Test connection</em>: reaches the partner without sending anything. */
    DeliveryOutcome check(Map<String, String> settings) throws IOException, InterruptedException;

    /**
     * Delivers. What the partner answers is a value; only a failure of the machine is an exception, and counts as retry. Gives
     * up by itself within a minute.
     */
    DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException;
}
