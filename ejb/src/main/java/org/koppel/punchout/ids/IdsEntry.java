package org.koppel.punchout.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.DocumentException;
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
import org.koppel.punchout.ids.IdsRefusedException.Reason;
import org.koppel.shared.PartyId;

/**
 * Lets a craftsman in who arrives by IDS Connect, with the log-in of the shop. Everything is checked before the visit is
 * opened, also that a basket that was sent can be read.
 */
@ApplicationScoped
public class IdsEntry {
    /** Where a visit ends that was not told a way home; a page that asks to close the window. */
    public static final String NO_WAY_HOME = "/ids-done";

    @Inject
    Authentication authentication;

    @Inject
    FailedLogins failedLogins;

    @Inject
    IdsConnections connections;

    @Inject
    ReturnAddresses returnAddresses;

    @Inject
    Customers customers;

    @Inject
    Buyers buyers;

    @Inject
    Visits visits;

    @Inject
    BasketFilling filling;

    /** A visit that was opened: its token and language, and what of the basket could not be taken. */
    public record Entered(String token, String language, List<RefusedPosition> refused) {

        public Entered {
            refused = List.copyOf(refused);
        }
    }

    /**
     * @param pinned the customer that the address names, whose log-ins alone are taken then
     * @param address where the call comes from, for counting failures
     * @throws IdsRefusedException when the call cannot be let in
     */
    public Entered enter(IdsCall call, Optional<String> pinned, String address) {
        PartyId customer = authenticate(call, pinned, address);
        if (buyers.isSwitchedOff(customer, call.userName())) {
            throw new IdsRefusedException(Reason.LOGIN_WRONG);
        }
        IdsAction action = call.action().orElseThrow(() -> new IdsRefusedException(Reason.ACTION_UNKNOWN));
        ReturnAddress home = home(call, action, customer);
        Optional<Basket> basket = action == IdsAction.WKS ? Optional.of(basket(call)) : Optional.empty();
        String language = customers.byId(customer).map(Customer::language).orElse("de");
        Optional<Buyer> known = buyers.byLogin(customer, call.userName());
        Arrival arrival = new Arrival(
                customer,
                call.userName(),
                known.map(Buyer::name).orElse(null),
                IdsHandBack.MECHANISM,
                language,
                home,
                Map.copyOf(call.kept()));
        String token = visits.open(arrival.by(known));
        List<RefusedPosition> refused =
                basket.map(b -> filling.fill(visits.byToken(token), b)).orElse(List.of());
        return new Entered(token, language, refused);
    }

    private PartyId authenticate(IdsCall call, Optional<String> pinned, String address) {
        String name = call.userName();
        if (name.isEmpty() || call.password().isEmpty()) {
            throw new IdsRefusedException(Reason.CREDENTIALS_MISSING);
        }
        if (failedLogins.tooMany(name, address)) {
            throw new IdsRefusedException(Reason.TOO_MANY_ATTEMPTS);
        }
        Optional<PartyId> customer = authentication
                .byOci(name, call.password())
                .filter(c -> pinned.map(p -> p.equalsIgnoreCase(c.value())).orElse(true))
                .filter(c -> connections.of(c).knows(call.customerNumber().orElse("")));
        if (customer.isEmpty()) {
            failedLogins.failed(name, address);
            throw new IdsRefusedException(Reason.LOGIN_WRONG);
        }
        failedLogins.succeeded(name, address);
        return customer.get();
    }

    /** Looking at an article takes no basket home, and software in use sends no address with it. */
    private ReturnAddress home(IdsCall call, IdsAction action, PartyId customer) {
        Optional<String> given = call.hookUrl();
        if (given.isEmpty() && action == IdsAction.ADL) {
            return new ReturnAddress(NO_WAY_HOME, List.of(), "_self", "UTF-8");
        }
        String hook = given.orElseThrow(() -> new IdsRefusedException(Reason.HOOK_URL_MISSING));
        try {
            String checked = returnAddresses.check(customer, hook).toString();
            return new ReturnAddress(checked, List.of(), call.target(), "UTF-8");
        } catch (ReturnAddressRefusedException e) {
            throw new IdsRefusedException(Reason.of(e.reason()), e);
        }
    }

    private static Basket basket(IdsCall call) {
        try {
            return BasketReader.read(
                    call.basket().orElseThrow(() -> new IdsRefusedException(Reason.BASKET_UNREADABLE)));
        } catch (DocumentException e) {
            throw new IdsRefusedException(Reason.BASKET_UNREADABLE, e);
        }
    }
}
