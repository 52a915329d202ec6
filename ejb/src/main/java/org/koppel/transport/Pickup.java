package org.koppel.transport;

import java.util.List;
import java.util.Map;

/** Fetches what partners laid ready, over one protocol. Implementations are stateless, thread-safe and found by CDI. */
public interface Pickup {

    TransportId id();

    /** What a way in over this protocol must say. */
    List<Setting> settings();

    /**
     * A stay at the partner's place; nothing is connected yet, so that a deadline can be set before.
     *
     * @param settings secrets in clear
     * @throws PickupRefusedException when the settings do not let it begin; a person has to change them
     */
    PickupVisit visit(Map<String, String> settings) throws PickupRefusedException;
}
