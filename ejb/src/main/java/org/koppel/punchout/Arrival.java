package org.koppel.punchout;

import java.util.Map;
import org.koppel.shared.PartyId;

/**
 * A buyer who has proved to belong to the customer and wants to come in. {@code login} is the technical user, {@code buyer} the
 * person (null: not said), {@code language} ISO 639-1, {@code parameters} what else the call said, without any secret.
 */
public record Arrival(
        PartyId customer,
        String login,
        String buyer,
        String mechanism,
        String language,
        ReturnAddress returnAddress,
        Map<String, String> parameters) {

    public Arrival {
        parameters = Map.copyOf(parameters);
    }
}
