package org.koppel.operations;

import jakarta.persistence.EntityManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Failed log-ins at one door, by name and address: each door (console, portal) has its own table. Made anew for each use, within
 * the caller's transaction.
 */
public final class LoginFailures {
    /** How long a name is locked at an address. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final int FREE_ATTEMPTS = 5;
    /** Failures for one name from all addresses within the time of a lock. */
    private static final int SUSPICIOUS = 20;

    private final EntityManager em;
    private final Clock clock;
    private final String table;

    /** @param table the door's own: {@code name, address, failures, last_at, locked_until}; never from outside */
    public LoginFailures(EntityManager em, Clock clock, String table) {
        this.em = em;
        this.clock = clock;
        this.table = table;
    }

    /**
     * Counts an attempt before it is judged, so that attempts at the same moment cannot outrun the count. A lock holds for the name
     * at that address only: nobody locks out a person who sits elsewhere. While a name is guessed from many addresses, each of them
     * has one attempt instead of five.
     *
     * @return until when the name is locked at that address, or empty when this attempt may be judged
     */
    public Optional<Instant> attempt(String name, String address) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from " + table + " where last_at < :old")
                .setParameter("old", now.minus(Duration.ofDays(1)))
                .executeUpdate();
        em.createNativeQuery("insert into " + table
                        + " as f (name, address, failures, last_at) values (:name, :address, 1, :now)"
                        + " on conflict (name, address) do update set last_at = :now,"
                        + " failures = case when f.locked_until <= :now then 1 else f.failures + 1 end,"
                        + " locked_until = case when f.locked_until > :now then f.locked_until"
                        + " when f.locked_until is null and f.failures >= :free then cast(:until as timestamptz) end")
                .setParameter("name", name)
                .setParameter("address", network(address))
                .setParameter("now", now)
                .setParameter("free", isGuessedFromEverywhere(name, now) ? 1 : FREE_ATTEMPTS)
                .setParameter("until", now.plus(LOCK))
                .executeUpdate();
        return new Select("select f.locked_until from " + table + " f where f.locked_until > :now")
                        .with("now", now)
                        .and("f.name = :name", "name", name)
                        .and("f.address = :address", "address", network(address))
                        .rows(em, Row::instant)
                        .stream()
                        .findFirst();
    }

    private boolean isGuessedFromEverywhere(String name, Instant now) {
        return new Select("select coalesce(sum(f.failures), 0) from " + table + " f where f.last_at > :from")
                        .with("from", now.minus(LOCK))
                        .and("f.name = :name", "name", name)
                        .rows(em, Row::number)
                        .get(0)
                >= SUSPICIOUS;
    }

    /** After a good log-in: forgets the failures at that address. */
    public void forget(String name, String address) {
        em.createNativeQuery("delete from " + table + " where name = :name and address = :address")
                .setParameter("name", name)
                .setParameter("address", network(address))
                .executeUpdate();
    }

    /** The address as far as one household has it: of IPv6 the first 64 bits, the rest is anybody's choice. */
    static String network(String address) {
        String plain = String.valueOf(address);
        if (!plain.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return plain;
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length == 4 ? plain : HexFormat.of().formatHex(bytes, 0, 8);
        } catch (UnknownHostException e) {
            return "unreadable"; // all of them together: stricter, never looser
        }
    }
}
