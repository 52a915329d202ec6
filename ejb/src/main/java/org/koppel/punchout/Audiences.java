package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.koppel.catalogue.Audience;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.shared.PartyId;

/** Says for whom the catalogue is asked: who may buy less than the customer is shown less. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Audiences {
    @Inject
    CartTerms terms = CartTerms.USUAL;

    @Inject
    ShopperRules rules;

    @Inject
    Buyers buyers;

    /** The visit's person and site. */
    public Audience of(Visit visit) {
        return terms.audience(visit);
    }

    /** Whether the customer has that person, and has not switched it off; names are as in {@link #of(PartyId, String)}. */
    public boolean knows(PartyId customer, String login) {
        return buyers.byLogin(customer, login).isPresent() && !buyers.isSwitchedOff(customer, login);
    }

    /**
     * Somebody who calls without a visit.
     *
     * @param login the person's login, or the name of an own credential; a name that nobody has sees what the customer sees
     */
    public Audience of(PartyId customer, String login) {
        if (!rules.any(customer)) {
            return Audience.of(customer);
        }
        Optional<Buyer> buyer = buyers.byLogin(customer, login);
        return rules.audience(
                customer,
                buyer.flatMap(Buyer::site).orElse(null),
                buyer.map(Buyer::login).orElse(null));
    }
}
