package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;
import org.koppel.party.ReturnOrigin;
import org.koppel.shared.PartyId;

/** What a person agrees for a customer: the deed and the note of it, or neither. */
@ApplicationScoped
@Transactional
public class CustomerActions {
    @Inject
    Customers customers;

    @Inject
    Audit audit;

    /** Orders that come from now on are answered so; those that wait still wait for whom they waited. */
    public void answered(PartyId customer, OrderPolicy by, String who) {
        customers.answered(customer, by);
        audit.noteOfCustomer(who, "ORDER_POLICY", customer, by.name());
    }

    /** The customer's browsers may be sent back there, from now on. */
    public void allow(PartyId customer, ReturnOrigin origin, String who) {
        if (customers.allow(customer, origin)) {
            audit.noteOfCustomer(who, "RETURN_ALLOWED", customer, origin.value());
        }
    }

    /** Nor there any more: who comes with such an address is refused. */
    public void disallow(PartyId customer, String origin, String who) {
        if (customers.disallow(customer, origin)) {
            audit.noteOfCustomer(who, "RETURN_REFUSED", customer, origin);
        }
    }
}
