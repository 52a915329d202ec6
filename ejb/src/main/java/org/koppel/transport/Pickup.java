package org.koppel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Whether its places are visited on a schedule; else partners come by themselves. */
    default boolean isVisited() {
        return true;
    }

    /** Whether partners choose the names of what they lay ready, so that it can be chosen by name; not so for mails. */
    default boolean hasNames() {
        return true;
    }

    /**
     * What was fetched, opened; empty where it is the document itself.
     *
     * @throws IOException when it cannot be opened, however often it is tried
     */
    default Optional<Letter> open(InputStream content, Map<String, String> settings) throws IOException {
        return Optional.empty();
    }

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
