package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;
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
}
