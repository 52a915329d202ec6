package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.koppel.operations.Select;
import org.koppel.platform.Secrets;

/**
 * Which administrators are logged in, as the console keeps its sessions: in the database, ended by logging out, after 2 hours
 * without use and after 8 hours in any case, and at once when the person is switched off.
 */
@ApplicationScoped
@Transactional
public class PortalSessions {
    /** The longest life of a session. */
    public static final Duration LIFE = Duration.ofHours(8);

    static final Duration IDLE = Duration.ofHours(2);
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    private record Session(PortalPerson person, Instant lastSeen) {}

    /** Opens a session; ended ones of anybody are cleared away. @return its token, for the cookie */
    String open(String name) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from portal_session where created_at < :old")
                .setParameter("old", now.minus(LIFE))
                .executeUpdate();
        String token = Secrets.generate();
        em.createNativeQuery("insert into portal_session (token_hash, user_name, created_at, last_seen_at)"
                        + " values (:hash, :name, :now, :now)")
                .setParameter("hash", Secrets.sha256(token))
                .setParameter("name", name)
                .setParameter("now", now)
                .executeUpdate();
        return token;
    }

    /** The person of a living session; noted as used, at most once a minute. */
    public Optional<PortalPerson> person(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Session> found = new Select(
                        "select u.name, u.full_name, u.customer, s.last_seen_at from portal_session s"
                                + " join portal_user u on u.name = s.user_name where u.active")
                        .and("s.token_hash = :hash", "hash", Secrets.sha256(token))
                        .and("s.created_at > :born", "born", now.minus(LIFE))
                        .and("s.last_seen_at > :seen", "seen", now.minus(IDLE))
                        .rows(em, r -> new Session(PortalUsers.person(r), r.instant()))
                        .stream()
                        .findFirst();
        found.filter(s -> s.lastSeen().isBefore(now.minus(TOUCHED_EVERY))).ifPresent(s -> touch(token, now));
        return found.map(Session::person);
    }

    private void touch(String token, Instant now) {
        em.createNativeQuery("update portal_session set last_seen_at = :now where token_hash = :hash")
                .setParameter("now", now)
                .setParameter("hash", Secrets.sha256(token))
                .executeUpdate();
    }

    /** Logs out; a token that is not known is no error. */
    public void close(String token) {
        em.createNativeQuery("delete from portal_session where token_hash = :hash")
                .setParameter("hash", Secrets.sha256(String.valueOf(token)))
                .executeUpdate();
    }
}
