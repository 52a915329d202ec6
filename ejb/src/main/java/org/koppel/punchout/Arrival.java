package org.koppel.punchout;

import java.util.Map;
import org.koppel.shared.PartyId;

/**
 * A buyer who has proved to belong to the customer and wants to come in. {@code login} is the technical user, {@code buyer} the
 * person (null: not said), {@code language} ISO 639-1, {@code parameters} what else the call said, without any secret; {@code site} the
 * customer's address id that the goods go to (null: not said).
 */
public record Arrival(
        PartyId customer,
        String login,
        String buyer,
        String mechanism,
        String language,
        ReturnAddress returnAddress,
        Map<String, String> parameters,
        Purpose purpose,
        String site) {

    public Arrival {
        parameters = Map.copyOf(parameters);
    }

    /** For a new cart, without a site. */
    public Arrival(
            PartyId customer,
            String login,
            String buyer,
            String mechanism,
            String language,
            ReturnAddress returnAddress,
            Map<String, String> parameters) {
        this(customer, login, buyer, mechanism, language, returnAddress, parameters, Purpose.CREATE, null);
    }
}
