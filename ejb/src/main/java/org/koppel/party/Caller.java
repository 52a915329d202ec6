package org.koppel.party;

import java.util.Optional;
import org.koppel.shared.PartyId;

/** Who calls with an API key: a customer, who sees its own data only, or the supplier's back office (no customer), who sees all. */
public record Caller(Optional<PartyId> customer) {

    public boolean isSupplier() {
        return customer.isEmpty();
    }

    /** Whether data of that customer may be shown to the caller. */
    public boolean maySee(PartyId other) {
        return customer.map(other::equals).orElse(true);
    }
}
