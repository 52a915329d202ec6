package org.koppel.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Settings;

/**
 * Lets people into the console. Not transactional itself: deriving a password takes a while, and no connection waits for it.
 * The first user comes from the demo's secrets or, in production, once from {@code KOPPEL_CONSOLE_USER} and
 * {@code KOPPEL_CONSOLE_PASSWORD}; there is no default password.
 */
@ApplicationScoped
public class ConsoleLogin {
    /** Shorter passwords are refused when a user is set up. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final System.Logger LOG = System.getLogger(ConsoleLogin.class.getName());

    @Inject
    ConsoleUsers users;

    @Inject
    ConsoleSessions sessions;

    @Inject
    Audit audit;

    @Inject
    Settings settings;

    @Inject
    DemoSecrets demo;

    /** What the password for a name that does not exist is compared with. */
    String nobodys = PasswordHash.NOBODYS;

    /** What a login led to: a token for the cookie, a lock until a time, or neither (wrong name or password). */
    public record Outcome(Optional<String> token, Optional<Instant> lockedUntil) {}

    /**
     * Takes as long for a name that does not exist, and says the same; while it is locked, nothing is judged at all.
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
        if (hash.isEmpty() || !right) {
            return new Outcome(Optional.empty(), Optional.empty());
        }
        users.succeeded(name, address);
        audit.note(ConsoleUsers.plain(name), "LOGIN", null, null);
        return new Outcome(Optional.of(sessions.open(ConsoleUsers.plain(name))), Optional.empty());
    }

    /** Whether nobody can log in yet, so that the login page says how to set up the first user. */
    public boolean needsSetUp() {
        return users.isEmpty();
    }

    void setUp(@Observes @Priority(300) DatabaseReady ready) {
        if (ready.demo()) {
            keep(demo.get("console.user"), demo.get("console.password"));
            return;
        }
        Optional<String> name = settings.text("KOPPEL_CONSOLE_USER");
        Optional<String> password = settings.text("KOPPEL_CONSOLE_PASSWORD");
        if (users.isEmpty() && name.isPresent() && password.isPresent()) {
            if (password.get().length() < SHORTEST_PASSWORD) {
                LOG.log(Level.WARNING, "KOPPEL_CONSOLE_PASSWORD needs {0} characters", SHORTEST_PASSWORD);
                return;
            }
            users.put(name.get(), PasswordHash.of(password.get()));
            LOG.log(Level.INFO, "Console user {0} is set up", ConsoleUsers.plain(name.get()));
        }
    }

    /** Leaves a password alone that is the right one already. */
    private void keep(String name, String generated) {
        boolean same = users.passwordHash(name)
                .filter(hash -> PasswordHash.verify(generated, hash))
                .isPresent();
        if (!same) {
            users.put(name, PasswordHash.ofGenerated(generated));
        }
    }
}
