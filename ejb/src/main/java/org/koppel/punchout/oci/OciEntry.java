package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.catalogue.Audience;
import org.koppel.party.Authentication;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.FailedLogins;
import org.koppel.party.ReturnAddressRefusedException;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.Arrival;
import org.koppel.punchout.Audiences;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Visits;
import org.koppel.punchout.oci.OciRefusedException.Reason;
import org.koppel.shared.PartyId;

/** Lets a buyer in who arrives by OCI. Everything is checked before the visit is opened. */
@ApplicationScoped
public class OciEntry {
    /** Where SAP's own embedded browser takes a form; a customer's dialect must allow it. */
    private static final String SAP_EVENT = "SAPEVENT:POST";

    @Inject
    Dialects dialects;

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

    @Inject
    Audiences audiences;

    /** A caller who proved to belong to the customer. {@code call} has standard names; {@code language} is ISO 639-1. */
    record Guest(PartyId customer, OciCall call, Dialect dialect, String language) {}

    /**
     * @param pinned the customer that the address names, whose log-ins alone are taken then
     * @param address where the call comes from, for counting failures
     * @return the new visit's token and the page to begin with, as an address below that of the shop
     * @throws OciRefusedException when the call cannot be let in
     */
    public String enter(OciCall call, Optional<String> pinned, String address) {
        Guest guest = guest(call, pinned, address);
        OciCall spelt = guest.call();
        ReturnAddress home = home(guest);
        boolean detail = spelt.article().isPresent();
        if (!spelt.function().isEmpty() && !detail && !spelt.function().equals("SOURCING")) {
            throw new OciRefusedException(Reason.FUNCTION_UNKNOWN);
        }
        Optional<Buyer> known = buyers.byLogin(guest.customer(), login(spelt));
        Arrival arrival = new Arrival(
                guest.customer(),
                spelt.username(),
                known.map(Buyer::name).or(spelt::person).orElse(null),
                OciHandBack.MECHANISM,
                guest.language(),
                home,
                spelt.kept());
        String token = visits.open(arrival.by(known));
        return token + "/" + spelt.place();
    }

    /** With standard names where the address names a customer who has others; nothing is proved yet. */
    OciCall spelt(OciCall call, Optional<String> pinned) {
        return pinned.flatMap(this::known)
                .map(c -> call.spelt(dialects.of(c).parameters()))
                .orElse(call);
    }

    private Optional<PartyId> known(String named) {
        return customers.all().stream()
                .map(Customer::id)
                .filter(c -> c.value().equalsIgnoreCase(named))
                .findFirst();
    }

    /** @throws OciRefusedException when the call does not prove who it is from */
    Guest guest(OciCall call, Optional<String> pinned, String address) {
        OciCall spelt = spelt(call, pinned);
        PartyId customer = authenticate(spelt, pinned, address);
        Dialect dialect = dialects.of(customer);
        OciCall own = spelt.spelt(dialect.parameters());
        if (buyers.isSwitchedOff(customer, login(own))) {
            throw new OciRefusedException(Reason.LOGIN_WRONG);
        }
        return new Guest(customer, own, dialect, language(own, customer));
    }

    /** For whom a function without a visit asks the catalogue. */
    Audience audience(Guest guest) {
        return audiences.of(guest.customer(), login(guest.call()));
    }

    private static String login(OciCall call) {
        return call.value("userid").orElse(call.username());
    }

    private PartyId authenticate(OciCall call, Optional<String> pinned, String address) {
        if (call.username().isEmpty() || call.password().isEmpty()) {
            throw new OciRefusedException(Reason.CREDENTIALS_MISSING);
        }
        if (failedLogins.tooMany(call.username(), address)) {
            throw new OciRefusedException(Reason.TOO_MANY_ATTEMPTS);
        }
        Optional<PartyId> customer = authentication
                .byOci(call.username(), call.password())
                .filter(c -> pinned.map(p -> p.equalsIgnoreCase(c.value())).orElse(true));
        if (customer.isEmpty()) {
            failedLogins.failed(call.username(), address);
            throw new OciRefusedException(Reason.LOGIN_WRONG);
        }
        failedLogins.succeeded(call.username(), address);
        return customer.get();
    }

    /** @throws OciRefusedException when the call names no return address, or one that was not agreed */
    ReturnAddress home(Guest guest) {
        OciCall call = guest.call();
        String given = call.hookUrl()
                .map(HookUrl::decoded)
                .orElseThrow(() -> new OciRefusedException(Reason.HOOK_URL_MISSING));
        String charset =
                OciText.charset(call.value("http_content_charset").orElse(null)).name();
        if (guest.dialect().sapEvent() && given.equalsIgnoreCase(SAP_EVENT)) {
            return new ReturnAddress(SAP_EVENT, fields(HookUrl.of(SAP_EVENT), call, charset), call.target(), charset);
        }
        HookUrl hook = HookUrl.of(checked(guest.customer(), given));
        return new ReturnAddress(hook.action(), fields(hook, call, charset), call.target(), charset);
    }

    private String checked(PartyId customer, String given) {
        try {
            return returnAddresses.check(customer, given).toString();
        } catch (ReturnAddressRefusedException e) {
            OciRefusedException refused = new OciRefusedException(Reason.of(e.reason()));
            refused.initCause(e);
            throw refused;
        }
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

    private String language(OciCall call, PartyId customer) {
        return call.language()
                .or(() -> customers.byId(customer).map(Customer::language))
                .orElse("en");
    }
}
