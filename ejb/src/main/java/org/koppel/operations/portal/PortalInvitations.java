package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.koppel.operations.Audit;
import org.koppel.operations.PasswordHash;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** How people become administrators of a customer: invited by the order desk, by a link that holds once and for three days. */
@ApplicationScoped
@Transactional
public class PortalInvitations {
    /** Shorter passwords are refused. */
    public static final int SHORTEST_PASSWORD = 12;

    /** How long a link holds. */
    public static final Duration LIFE = Duration.ofDays(3);

    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,99}");

    @Inject
    PortalUsers users;

    @Inject
    InvitationMail mail;

    @Inject
    Audit audit;

    UnaryOperator<String> hashing = PasswordHash::of;

    @Inject
    Clock clock;

    /** The administrators of a customer. */
    public List<PortalAccount> of(PartyId customer) {
        return users.of(customer);
    }

    /**
     * Invites a person, or one who is there already once more: then the old password holds until the link is used.
     *
     * @param email where the link is mailed to by the outbox, and kept for the next invitation; blank: nowhere
     * @param who the operator
     * @return the link's token, of which only a hash and the mail's channel know
     * @throws PortalRefusedException when the name cannot be one or is another customer's, or the address is none
     */
    public String invite(PartyId customer, String name, String fullName, String email, String who) {
        String plain = PortalUsers.plain(name);
        if (!NAME.matcher(plain).matches()) {
            throw new PortalRefusedException("name", "NAME");
        }
        String person = Entered.text("fullName", fullName, 100);
        String address = Entered.mail("email", email);
        if (users.customerOf(plain).filter(c -> !c.equals(customer)).isPresent()) {
            throw new PortalRefusedException("name", "TAKEN");
        }
        users.put(customer, plain, person);
        if (users.active(plain).isEmpty()) {
            throw new PortalRefusedException("name", "SWITCHED_OFF");
        }
        users.email(plain, address);
        String token = Secrets.generate();
        Instant until = clock.instant().plus(LIFE);
        users.invite(plain, token, until);
        if (address != null) {
            mail.send(new InvitationMail.Told(customer, plain, person, token, until), address);
        }
        audit.noteOfCustomer(who, "PORTAL_INVITE", customer, address == null ? plain : plain + ", " + address);
        return token;
    }

    /** Switches an administrator on or off; off ends every session. @return false when the customer has no such person */
    public boolean switchTo(PartyId customer, String name, boolean active, String who) {
        boolean known = users.switchTo(customer, name, active);
        if (known) {
            audit.noteOfCustomer(who, active ? "PORTAL_USER_ON" : "PORTAL_USER_OFF", customer, PortalUsers.plain(name));
        }
        return known;
    }

    /** Who a link is for; empty when it was used, has expired or never was. */
    public Optional<PortalPerson> invited(String token) {
        return users.invited(token);
    }

    /**
     * Takes the invitation: the password holds from now on, older sessions end, the link is used up.
     *
     * @return empty when the link does not hold
     * @throws PortalRefusedException when the password is too short or too long, or the two differ
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<PortalPerson> accept(String token, String password, String again) {
        String chosen = String.valueOf(password);
        if (chosen.length() < SHORTEST_PASSWORD || chosen.length() > LONGEST_PASSWORD) {
            throw new PortalRefusedException("password", "PASSWORD_LENGTH");
        }
        if (!chosen.equals(again)) {
            throw new PortalRefusedException("again", "PASSWORDS_DIFFER");
        }
        Optional<PortalPerson> person = users.invited(token);
        if (person.isEmpty()) {
            return person;
        }
        String hash = hashing.apply(chosen); // takes a while: no connection waits for it
        Optional<PortalPerson> accepted = users.accept(token, hash);
        accepted.ifPresent(p -> audit.noteOfCustomer(p.name(), "PORTAL_PASSWORD", p.customer(), null));
        return accepted;
    }
}
