package org.koppel.transport;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * What a transport is to bring: one or more rendered parts for one recipient. {@code id} stays the same over all attempts and
 * is shown to the partner (Message-ID, Idempotency-Key), so that repeats can be dropped. {@code subject} is one line in the
 * partner's language; {@code settings} are the channel's, secrets in clear.
 */
public record Delivery(UUID id, PartyId recipient, String subject, Map<String, String> settings, List<Part> parts) {

    public Delivery {
        settings = Map.copyOf(settings);
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "Delivery " + id + " to " + recipient;
    }
}
