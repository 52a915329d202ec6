package org.koppel.punchout;

import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * One buyer's stay in the shop. {@code buyer} may be null; {@code language} is ISO 639-1; {@code origins} are those whose pages
 * may frame the shop and be posted to ({@code https://srm.example}, port {@code *} for any); {@code site} is the customer's
 * address id that the goods go to, where the buyer's system named one, else null; {@code ruled} says whether some persons or sites of the
 * customer may buy less than others, so that it has to be asked which.
 */
public record Visit(
        UUID id,
        PartyId customer,
        String customerName,
        String buyer,
        String mechanism,
        String language,
        ReturnAddress returnAddress,
        List<String> origins,
        Purpose purpose,
        String site,
        boolean ruled) {

    public Visit {
        origins = List.copyOf(origins);
    }

    /** Of a customer that may have rules for some. */
    public Visit(
            UUID id,
            PartyId customer,
            String customerName,
            String buyer,
            String mechanism,
            String language,
            ReturnAddress returnAddress,
            List<String> origins,
            Purpose purpose,
            String site) {
        this(id, customer, customerName, buyer, mechanism, language, returnAddress, origins, purpose, site, true);
    }

    /** For a new cart, without a site. */
    public Visit(
            UUID id,
            PartyId customer,
            String customerName,
            String buyer,
            String mechanism,
            String language,
            ReturnAddress returnAddress,
            List<String> origins) {
        this(id, customer, customerName, buyer, mechanism, language, returnAddress, origins, Purpose.CREATE, null);
    }

    /** Whether nothing may be changed. */
    public boolean readOnly() {
        return purpose == Purpose.INSPECT;
    }

    /** @throws ReadOnlyVisitException when nothing may be changed */
    void requireChangeable() {
        if (readOnly()) {
            throw new ReadOnlyVisitException();
        }
    }
}
