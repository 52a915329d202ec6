package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.koppel.operations.Audit;
import org.koppel.party.AnswerWay;
import org.koppel.party.Coupling;
import org.koppel.party.Couplings;
import org.koppel.party.Credentials;
import org.koppel.shared.PartyId;

/** The switch of each coupling of a customer: moved by the order desk, seen by the customer too. */
@ApplicationScoped
@Transactional
public class CouplingDesk {
    @Inject
    Couplings couplings;

    @Inject
    Audit audit;

    /** Ways in, one for each kind of credential. */
    public List<Coupling> of(PartyId customer) {
        return couplings.of(customer);
    }

    /** Ways out. */
    public List<AnswerWay> answers(PartyId customer) {
        return couplings.answers(customer);
    }

    /** @param who the operator */
    public void switchTo(PartyId customer, Credentials.Kind kind, boolean on, String who) {
        if (on) {
            couplings.switchOn(customer, kind);
        } else {
            couplings.switchOff(customer, kind, who);
        }
        audit.noteOfCustomer(who, on ? "COUPLING_ON" : "COUPLING_OFF", customer, kind.name());
    }

    /** A way out that is off makes no new deliveries; those that wait still go. @return false when it is none of the customer's */
    public boolean switchAnswer(PartyId customer, UUID channel, boolean on, String who) {
        boolean known = couplings.switchAnswer(customer, channel, on);
        if (known) {
            audit.noteOfCustomer(who, on ? "CHANNEL_ON" : "CHANNEL_OFF", customer, channel.toString());
        }
        return known;
    }
}
