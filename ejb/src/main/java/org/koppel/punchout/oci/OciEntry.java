package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.party.Authentication;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.ReturnAddressRefusedException;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.Arrival;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Visits;
import org.koppel.punchout.oci.OciRefusedException.Reason;
import org.koppel.shared.PartyId;

/** Lets a buyer in who arrives by OCI. Everything is checked before the visit is opened. */
@ApplicationScoped
public class OciEntry {
    @Inject
    Authentication authentication;

    @Inject
    LoginThrottle throttle;

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
     * @throws OciRefusedException when the call cannot be let in
     */
    public String enter(OciCall call, Optional<String> pinned, String address) {
        PartyId customer = authenticate(call, pinned, address);
        ReturnAddress home = home(call, customer);
        if (!call.function().isEmpty() && call.article().isEmpty()) {
            throw new OciRefusedException(Reason.FUNCTION_UNKNOWN);
        }
        return visits.open(new Arrival(
                customer,
                call.username(),
                person(call, customer),
                OciHandBack.MECHANISM,
                language(call, customer),
                home,
                call.kept()));
    }

    private PartyId authenticate(OciCall call, Optional<String> pinned, String address) {
        if (call.username().isEmpty() || call.password().isEmpty()) {
            throw new OciRefusedException(Reason.CREDENTIALS_MISSING);
        }
        if (throttle.isClosed(call.username(), address)) {
            throw new OciRefusedException(Reason.TOO_MANY_ATTEMPTS);
        }
        Optional<PartyId> customer = authentication
                .byOci(call.username(), call.password())
                .filter(c -> pinned.map(p -> p.equalsIgnoreCase(c.value())).orElse(true));
        if (customer.isEmpty()) {
            throttle.failed(call.username(), address);
            throw new OciRefusedException(Reason.LOGIN_WRONG);
        }
        throttle.succeeded(call.username(), address);
        return customer.get();
    }

    private ReturnAddress home(OciCall call, PartyId customer) {
        String given = call.hookUrl()
                .map(HookUrl::decoded)
                .orElseThrow(() -> new OciRefusedException(Reason.HOOK_URL_MISSING));
        try {
            returnAddresses.check(customer, given);
        } catch (ReturnAddressRefusedException e) {
            OciRefusedException refused = new OciRefusedException(Reason.HOOK_URL_REFUSED);
            refused.initCause(e);
            throw refused;
        }
        HookUrl hook = HookUrl.of(given);
        String charset =
                OciText.charset(call.value("http_content_charset").orElse(null)).name();
        return new ReturnAddress(hook.action(), fields(hook, call, charset), call.target(), charset);
    }

    /** The query of HOOK_URL, and the control fields that it does not hold already; all fit the charset. */
    private static List<FormField> fields(HookUrl hook, OciCall call, String charset) {
        OciText text = new OciText(OciText.charset(charset));
        List<FormField> fields = new ArrayList<>(hook.fields());
        call.echoed().stream().filter(f -> !hook.has(f.name())).forEach(fields::add);
        return fields.stream()
                .map(f -> new FormField(f.name(), text.handedThrough(f.value())))
                .toList();
    }

    private String person(OciCall call, PartyId customer) {
        Optional<String> known = call.value("userid")
                .or(() -> Optional.of(call.username()))
                .flatMap(login -> buyers.byLogin(customer, login))
                .map(Buyer::name);
        return known.or(call::person).orElse(null);
    }

    private String language(OciCall call, PartyId customer) {
        return call.language()
                .or(() -> customers.byId(customer).map(Customer::language))
                .orElse("en");
    }
}
