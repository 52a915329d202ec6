package org.koppel.punchout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** A visit's row as it was found by its token. {@code returnFields} is JSON; {@code cartLines} counts those of the open cart; {@code ruled} as of {@link Visit};
 * {@code switchedOff} says whether the customer has switched off its person since. */
record FoundVisit(
        UUID id,
        PartyId customer,
        String buyer,
        String mechanism,
        String language,
        String returnUrl,
        String returnFields,
        String target,
        String charset,
        Purpose purpose,
        String site,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        int cartLines,
        boolean ruled,
        boolean switchedOff) {

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Visit visit(String customerName, List<String> origins) {
        List<FormField> fields = List.of(Json.read(returnFields, FormField[].class));
        ReturnAddress home = new ReturnAddress(returnUrl, fields, target, charset);
        return new Visit(id, customer, customerName, buyer, mechanism, language, home, origins, purpose, site, ruled);
    }
}
