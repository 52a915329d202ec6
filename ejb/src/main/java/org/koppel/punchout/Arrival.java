package org.koppel.punchout;

import java.util.Map;
import java.util.Optional;
import org.koppel.party.Buyer;
import org.koppel.shared.PartyId;

/**
 * A buyer who has proved to belong to the customer and wants to come in. {@code login} is the technical user, {@code buyer} the
 * person (null: not said), {@code language} ISO 639-1, {@code parameters} what else the call said, without any secret; {@code site} the
 * customer's address id that the goods go to (null: not said); {@code known} the login of the person, where it is one that the customer has
 * named (else null).
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
        String site,
        String known) {

    public Arrival {
        parameters = Map.copyOf(parameters);
    }

    /** Of a person whom nobody knows. */
    public Arrival(
            PartyId customer,
            String login,
            String buyer,
            String mechanism,
            String language,
            ReturnAddress returnAddress,
            Map<String, String> parameters,
            Purpose purpose,
            String site) {
        this(customer, login, buyer, mechanism, language, returnAddress, parameters, purpose, site, null);
    }

    /** The same of that person: its visit ends when it is switched off. */
    public Arrival by(Optional<Buyer> person) {
        String its = person.map(Buyer::login).orElse(null);
        return new Arrival(customer, login, buyer, mechanism, language, returnAddress, parameters, purpose, site, its);
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
