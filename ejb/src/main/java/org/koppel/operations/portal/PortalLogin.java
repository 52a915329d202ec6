package org.koppel.operations.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.koppel.operations.Audit;
import org.koppel.operations.PasswordHash;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.shared.PartyId;

/**
 * Lets administrators in. Not transactional itself: deriving a password takes a while, and no connection waits for it. There is no
 * default password; the demo's administrator has the one of the demo's secrets.
 */
@ApplicationScoped
public class PortalLogin {
    private static final PartyId DEMO = new PartyId("bouwgroep");

    @Inject
    PortalUsers users;

    @Inject
    PortalSessions sessions;

    @Inject
    Audit audit;

    @Inject
    DemoSecrets demo;

    /** What the password for a name that does not exist is compared with. */
    String nobodys = PasswordHash.NOBODYS;

    /** What a log-in led to: a token for the cookie, a lock until a time, or neither (wrong name or password). */
    public record Outcome(Optional<String> token, Optional<Instant> lockedUntil) {}

    /**
     * Takes as long for a name that does not exist, is switched off or has no password yet, and says the same; while it is
     * locked, nothing is judged at all.
     *
     * @param address where the person sits, for counting failures
     */
    public Outcome login(String name, String password, String address) {
        Optional<Instant> locked = users.attempt(name, address);
        if (locked.isPresent()) {
            return new Outcome(Optional.empty(), locked);
        }
        Optional<String> hash = users.passwordHash(name);
        boolean right = PasswordHash.verify(String.valueOf(password), hash.orElse(nobodys));
        Optional<PortalPerson> person = hash.isEmpty() || !right ? Optional.empty() : users.active(name);
        if (person.isEmpty()) {
            return new Outcome(Optional.empty(), Optional.empty());
        }
        PortalPerson known = person.get();
        users.succeeded(known.name(), address);
        audit.noteOfCustomer(known.name(), "PORTAL_LOGIN", known.customer(), null);
        return new Outcome(Optional.of(sessions.open(known.name())), Optional.empty());
    }

    /** Gives the demo's administrator the password of the demo's secrets, unless it is the right one already. */
    void setUp(@Observes @Priority(310) DatabaseReady ready) {
        if (!ready.demo()) {
            return;
        }
        String name = demo.get("customer.bouwgroep.portal.user");
        String password = demo.get("customer.bouwgroep.portal.password");
        boolean same = users.passwordHash(name)
                .filter(hash -> PasswordHash.verify(password, hash))
                .isPresent();
        if (!same) {
            users.put(DEMO, name, "Lies Baert");
            users.password(name, PasswordHash.ofGenerated(password));
        }
    }
}
