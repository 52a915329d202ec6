package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Failed log-ins of any mechanism by user name and address, in the database so that all nodes count together. After ten within
 * a quarter of an hour further ones are refused unseen, until the quarter is over.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class FailedLogins {
    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int LENGTH = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    FailedLogins() {} // for CDI

    /** Outside a container. */
    public FailedLogins(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Whether the name has failed too often from this address. */
    public boolean tooMany(String login, String address) {
        List<?> counted = em.createNativeQuery("select failures from punchout_failure"
                        + " where login = :login and address = :address and since > :from and failures >= :allowed")
                .setParameter("login", key(login))
                .setParameter("address", key(address))
                .setParameter("from", clock.instant().minus(WINDOW))
                .setParameter("allowed", ALLOWED)
                .getResultList();
        return !counted.isEmpty();
    }

    /** Counts one more. */
    public void failed(String login, String address) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from punchout_failure where since <= :from")
                .setParameter("from", now.minus(WINDOW))
                .executeUpdate();
        em.createNativeQuery("insert into punchout_failure (login, address, failures, since)"
                        + " values (:login, :address, 1, :now) on conflict (login, address)"
                        + " do update set failures = punchout_failure.failures + 1")
                .setParameter("login", key(login))
                .setParameter("address", key(address))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets the failures. */
    public void succeeded(String login, String address) {
        em.createNativeQuery("delete from punchout_failure where login = :login and address = :address")
                .setParameter("login", key(login))
                .setParameter("address", key(address))
                .executeUpdate();
    }

    private static String key(String text) {
        String plain = text.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), LENGTH));
    }
}
