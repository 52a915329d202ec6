package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.koppel.platform.Secrets;

/**
 * Who is logged in. A session lives in the database, so that any node knows it; it ends by logout, after 2 hours without use
 * and after 8 hours in any case. Only the hash of its token is kept.
 */
@ApplicationScoped
@Transactional
public class ConsoleSessions {
    /** The longest life of a session. */
    public static final Duration LIFE = Duration.ofHours(8);

    static final Duration IDLE = Duration.ofHours(2);
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Opens a session; ended ones of anybody are cleared away. @return its token, for the cookie */
    String open(String user) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from console_session where created_at < :old")
                .setParameter("old", now.minus(LIFE))
                .executeUpdate();
        String token = Secrets.generate();
        em.createNativeQuery("insert into console_session (token_hash, user_name, created_at, last_seen_at)"
                        + " values (:hash, :user, :now, :now)")
                .setParameter("hash", Secrets.sha256(token))
                .setParameter("user", user)
                .setParameter("now", now)
                .executeUpdate();
        return token;
    }

    /** The user of a living session; noted as used, at most once a minute. */
    public Optional<String> user(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Session> found = new Select("select s.user_name, s.last_seen_at from console_session s"
                        + " where s.token_hash = :hash and s.created_at > :born and s.last_seen_at > :seen")
                        .with("hash", Secrets.sha256(token))
                        .with("born", now.minus(LIFE))
                        .with("seen", now.minus(IDLE))
                        .rows(em, r -> new Session(r.text(), r.instant()))
                        .stream()
                        .findFirst();
        found.filter(s -> s.lastSeen().isBefore(now.minus(TOUCHED_EVERY))).ifPresent(s -> touch(token, now));
        return found.map(Session::user);
    }

    private record Session(String user, Instant lastSeen) {}

    private void touch(String token, Instant now) {
        em.createNativeQuery("update console_session set last_seen_at = :now where token_hash = :hash")
                .setParameter("now", now)
                .setParameter("hash", Secrets.sha256(token))
                .executeUpdate();
    }

    /** Logs out; a token that is not known is no error. */
    public void close(String token) {
        em.createNativeQuery("delete from console_session where token_hash = :hash")
                .setParameter("hash", Secrets.sha256(String.valueOf(token)))
                .executeUpdate();
    }
}
