package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.koppel.operations.Audit;
import org.koppel.party.BuyerEntries;
import org.koppel.party.BuyerEntry;
import org.koppel.party.SiteEntry;
import org.koppel.party.Sites;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** A customer's own buyers: the change and its note in the audit, or neither. */
@ApplicationScoped
@Transactional
public class BuyerDesk {
    private static final int MOST = 5_000;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,59}");

    @Inject
    BuyerEntries buyers;

    @Inject
    Sites sites;

    @Inject
    Audit audit;

    /** What a buyer's system needs to come in by itself; the password is shown now and never again. */
    public record Credential(String userName, String password) {}

    public List<BuyerEntry> of(PartyId customer) {
        return buyers.of(customer);
    }

    /** The customer's own buyer; empty for any other. */
    public Optional<BuyerEntry> byLogin(PartyId customer, String login) {
        return buyers.byLogin(customer, login);
    }

    /** @throws PortalRefusedException when a field cannot be taken, or the login is one of the customer's already */
    public void add(PortalPerson person, BuyerEntry entered) {
        BuyerEntry buyer = checked(person.customer(), entered);
        List<BuyerEntry> known = buyers.of(person.customer());
        if (known.size() >= MOST) {
            throw new PortalRefusedException("login", "TOO_MANY");
        }
        if (known.stream().anyMatch(b -> b.login().equalsIgnoreCase(buyer.login()))) {
            throw new PortalRefusedException("login", "TAKEN");
        }
        buyers.add(person.customer(), buyer);
        note(person, "BUYER_ADD", buyer.login());
    }

    /**
     * Name, mail address and site; the login stays.
     *
     * @return false when the customer has no such buyer
     * @throws PortalRefusedException when a field cannot be taken
     */
    public boolean change(PortalPerson person, BuyerEntry entered) {
        if (buyers.byLogin(person.customer(), entered.login()).isEmpty()) {
            return false;
        }
        buyers.change(person.customer(), checked(person.customer(), entered));
        note(person, "BUYER_CHANGE", entered.login());
        return true;
    }

    /** @return false when the customer has no such buyer */
    public boolean switchTo(PortalPerson person, String login, boolean active) {
        if (buyers.byLogin(person.customer(), login).isEmpty()) {
            return false;
        }
        buyers.switchTo(person.customer(), login, active);
        note(person, active ? "BUYER_ON" : "BUYER_OFF", login);
        return true;
    }

    /**
     * Gives a buyer a user name and password of its own, or a new password; the old one ends.
     *
     * @return empty when the customer has no such buyer, or has switched it off
     */
    public Optional<Credential> credential(PortalPerson person, String login) {
        Optional<BuyerEntry> buyer = buyers.byLogin(person.customer(), login).filter(BuyerEntry::active);
        if (buyer.isEmpty()) {
            return Optional.empty();
        }
        String userName = Optional.ofNullable(buyer.get().userName()).orElseGet(() -> freeName(person, login));
        String password = Secrets.generate();
        buyers.credential(person.customer(), login, userName, Secrets.sha256(password));
        note(person, "BUYER_CREDENTIAL", login);
        return Optional.of(new Credential(userName, password));
    }

    /** Begins with the customer's id, so that customers do not take each other's names. */
    private String freeName(PortalPerson person, String login) {
        String name = person.customer().value() + "." + login;
        int more = 2;
        String free = name;
        while (buyers.isTaken(free)) {
            free = name + "-" + more++;
        }
        return free;
    }

    private BuyerEntry checked(PartyId customer, BuyerEntry e) {
        String login = Entered.matching("login", Entered.text("login", e.login(), 60), LOGIN, "LOGIN");
        String site = Entered.optional("site", e.site(), 100);
        boolean known = site == null
                || sites.byId(customer, site)
                        .filter(s -> s.active() || isAlready(customer, e.login(), s))
                        .isPresent();
        if (!known) {
            throw new PortalRefusedException("site", "SITE");
        }
        return new BuyerEntry(
                login, Entered.text("name", e.name(), 100), Entered.mail("email", e.email()), site, e.active(), null);
    }

    /** A buyer may stay at a site that was switched off meanwhile. */
    private boolean isAlready(PartyId customer, String login, SiteEntry site) {
        return buyers.byLogin(customer, login)
                .filter(b -> site.addressId().equals(b.site()))
                .isPresent();
    }

    private void note(PortalPerson person, String action, String detail) {
        audit.noteOfCustomer(person.name(), action, person.customer(), detail);
    }
}
