package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.koppel.platform.Recent;

/**
 * Failed log-ins of every entrance by name and address, in the database so that all nodes count together. After ten within a
 * quarter of an hour further ones are refused unseen, also right ones, until the quarter is over; the same name from another
 * address is not affected. Names that do not exist are counted like those that do.
 *
 * <p>All names from one address count together too, so that nobody tries a name after another: after fifty failures only names go on
 * there that this node has let in from that address before, for many buyers may have one address. A good log-in takes nothing off
 * that count.
 *
 * <p>A name that never failed costs no query for two seconds after the last one: another node's failures are seen by then.
 */
@ApplicationScoped
public class FailedLogins {
    /** Seconds after which a refused name is looked at again, for {@code Retry-After}. */
    public static final int RETRY_AFTER = 900;

    static final int ALLOWED = 10;
    static final int ALLOWED_BY_ADDRESS = 5 * ALLOWED;
    static final Duration WINDOW = Duration.ofSeconds(RETRY_AFTER);
    private static final int LENGTH = 100;
    /** Under which all failures of an address are counted; nobody's name, because names are in lower case. */
    private static final String ALL_NAMES = "ALL NAMES";

    /** Strangers who try names must not fill the memory; a forgotten suspect is asked for every two seconds. */
    private static final int MOST_KNOWN = 10_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    private final Recent<Attempt, Integer> recent = new Recent<>();
    private final Set<Attempt> suspects = ConcurrentHashMap.newKeySet();
    private final Set<Attempt> proven = ConcurrentHashMap.newKeySet();

    private record Attempt(String login, String address) {
        static Attempt of(String login, String address) {
            return new Attempt(plain(login), plain(address));
        }

        Attempt ofAllNames() {
            return new Attempt(ALL_NAMES, address);
        }

        private static String plain(String text) {
            String plain = text == null ? "" : text.replace("\0", "").strip().toLowerCase(Locale.ROOT);
            return plain.substring(0, Math.min(plain.length(), LENGTH));
        }
    }

    FailedLogins() {} // for CDI

    /** Outside a container. */
    public FailedLogins(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Whether the name has failed too often from this address, or too many names have of which this may be one more. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean tooMany(String login, String address) {
        Attempt attempt = Attempt.of(login, address);
        return failures(attempt) >= ALLOWED
                || !proven.contains(attempt) && failures(attempt.ofAllNames()) >= ALLOWED_BY_ADDRESS;
    }

    /** Counts one more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(String login, String address) {
        failed(Collections.singletonList(login), address);
    }

    /** Counts one more for each of the names that one call gave, and for its address one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(Collection<String> logins, String address) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from punchout_failure where since <= :from")
                .setParameter("from", now.minus(WINDOW))
                .executeUpdate();
        // in one order, so that calls of the same moment never wait for each other in a ring
        Stream<Attempt> names = logins.stream()
                .map(login -> Attempt.of(login, address))
                .distinct()
                .sorted(Comparator.comparing(Attempt::login));
        Stream.concat(names, Stream.of(Attempt.of("", address).ofAllNames())).forEach(a -> count(a, now));
    }

    private void count(Attempt attempt, Instant now) {
        keep(suspects, attempt);
        em.createNativeQuery("insert into punchout_failure (login, address, failures, since)"
                        + " values (:login, :address, 1, :now) on conflict (login, address)"
                        + " do update set failures = punchout_failure.failures + 1")
                .setParameter("login", attempt.login())
                .setParameter("address", attempt.address())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static void keep(Set<Attempt> known, Attempt attempt) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.add(attempt);
    }

    /** Forgets the failures of the name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeeded(String login, String address) {
        Attempt attempt = Attempt.of(login, address);
        keep(proven, attempt);
        if (failures(attempt) > 0) {
            em.createNativeQuery("delete from punchout_failure where login = :login and address = :address")
                    .setParameter("login", attempt.login())
                    .setParameter("address", attempt.address())
                    .executeUpdate();
        }
    }

    private int failures(Attempt attempt) {
        if (!suspects.contains(attempt)) {
            return recent.get(attempt, this::read);
        }
        int failures = read(attempt);
        if (failures == 0) {
            suspects.remove(attempt);
        }
        return failures;
    }

    private int read(Attempt attempt) {
        List<?> counted = em.createNativeQuery("select failures from punchout_failure"
                        + " where login = :login and address = :address and since > :from")
                .setParameter("login", attempt.login())
                .setParameter("address", attempt.address())
                .setParameter("from", clock.instant().minus(WINDOW))
                .getResultList();
        return counted.isEmpty() ? 0 : ((Number) counted.get(0)).intValue();
    }
}
