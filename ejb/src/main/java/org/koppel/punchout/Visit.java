package org.koppel.punchout;

import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * One buyer's stay in the shop. {@code buyer} may be null; {@code language} is ISO 639-1; {@code origins} are those whose pages
 * may frame the shop and be posted to ({@code https://srm.example}, port {@code *} for any).
 */
public record Visit(
        UUID id,
        PartyId customer,
        String customerName,
        String buyer,
        String mechanism,
        String language,
        ReturnAddress returnAddress,
        List<String> origins) {

    public Visit {
        origins = List.copyOf(origins);
    }
}
