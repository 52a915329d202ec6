package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.koppel.party.Authentication;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.FailedLogins;
import org.koppel.party.ReturnAddressRefusedException;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.Arrival;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Visits;
import org.koppel.punchout.peppol.PeppolRefusedException.Reason;
import org.koppel.shared.PartyId;

/** Lets a buyer in whose cart goes home as Peppol's T77. Everything is checked before the visit is opened. */
@ApplicationScoped
public class PeppolEntry {
    @Inject
    Authentication authentication;

    @Inject
    FailedLogins failedLogins;

    @Inject
    ReturnAddresses returnAddresses;

    @Inject
    Customers customers;

    @Inject
    Buyers buyers;

    @Inject
    Visits visits;

    /**
     * @param pinned the customer that the address names, whose log-ins alone are taken then
     * @param address where the call comes from, for counting failures
     * @return the token of the new visit
     * @throws PeppolRefusedException when the call cannot be let in
     */
    public String enter(PeppolCall call, Optional<String> pinned, String address) {
        PartyId customer = authenticate(call, pinned, address);
        if (buyers.isSwitchedOff(customer, call.username())) {
            throw new PeppolRefusedException(Reason.LOGIN_WRONG);
        }
        ReturnAddress home = home(call, customer);
        Optional<Buyer> known = buyers.byLogin(customer, call.username());
        Arrival arrival = new Arrival(
                customer,
                call.username(),
                known.map(Buyer::name).orElse(null),
                PeppolHandBack.MECHANISM,
                call.language()
                        .or(() -> customers.byId(customer).map(Customer::language))
                        .orElse("en"),
                home,
                call.kept());
        return visits.open(arrival.by(known));
    }

    private PartyId authenticate(PeppolCall call, Optional<String> pinned, String address) {
        String name = call.username();
        if (name.isEmpty() || call.password().isEmpty()) {
            throw new PeppolRefusedException(Reason.CREDENTIALS_MISSING);
        }
        if (failedLogins.tooMany(name, address)) {
            throw new PeppolRefusedException(Reason.TOO_MANY_ATTEMPTS);
        }
        Optional<PartyId> customer = authentication
                .byOci(name, call.password())
                .filter(c -> pinned.map(p -> p.equalsIgnoreCase(c.value())).orElse(true));
        if (customer.isEmpty()) {
            failedLogins.failed(name, address);
            throw new PeppolRefusedException(Reason.LOGIN_WRONG);
        }
        failedLogins.succeeded(name, address);
        return customer.get();
    }

    private ReturnAddress home(PeppolCall call, PartyId customer) {
        String given = call.hookUrl().orElseThrow(() -> new PeppolRefusedException(Reason.HOOK_URL_MISSING));
        try {
            String checked = returnAddresses.check(customer, given).toString();
            return new ReturnAddress(checked, call.echoed(), call.target(), "UTF-8");
        } catch (ReturnAddressRefusedException e) {
            throw new PeppolRefusedException(Reason.of(e.reason()), e);
        }
    }
}
