package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The people who may use the console, and failed attempts to be one of them. Names are kept in lower case. */
@ApplicationScoped
@Transactional
class ConsoleUsers {
    private static final int FREE_ATTEMPTS = 5;
    /** Failures for one name from all addresses within the time of a lock. */
    private static final int SUSPICIOUS = 20;

    static final Duration LOCK = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    static String plain(String name) {
        String stripped = name == null ? "" : name.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return stripped.length() <= 100 ? stripped : stripped.substring(0, 100);
    }

    boolean isEmpty() {
        return new Select("select count(*) from (select 1 from console_user limit 1) as found")
                        .rows(em, Row::number)
                        .get(0)
                == 0;
    }

    Optional<String> passwordHash(String name) {
        return new Select("select u.password_hash from console_user u where u.name = :name")
                .with("name", plain(name)).rows(em, Row::text).stream().findFirst();
    }

    /** Adds a user, or gives an existing one a new password. */
    void put(String name, String passwordHash) {
        em.createNativeQuery("insert into console_user (name, password_hash, created_at) values (:name, :hash, :now)"
                        + " on conflict (name) do update set password_hash = excluded.password_hash")
                .setParameter("name", plain(name))
                .setParameter("hash", passwordHash)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Counts an attempt before it is judged, so that attempts at the same moment cannot outrun the count. A lock holds for the name
     * at that address only: nobody locks out a person who sits elsewhere. While a name is guessed from many addresses, each of them
     * has one attempt instead of five.
     *
     * @return until when the name is locked at that address, or empty when this attempt may be judged
     */
    Optional<Instant> attempt(String name, String address) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from console_login_failure where last_at < :old")
                .setParameter("old", now.minus(Duration.ofDays(1)))
                .executeUpdate();
        em.createNativeQuery(
                        "insert into console_login_failure as f (name, address, failures, last_at) values (:name, :address, 1, :now)"
                                + " on conflict (name, address) do update set last_at = :now,"
                                + " failures = case when f.locked_until <= :now then 1 else f.failures + 1 end,"
                                + " locked_until = case when f.locked_until > :now then f.locked_until"
                                + " when f.locked_until is null and f.failures >= :free then cast(:until as timestamptz) end")
                .setParameter("name", plain(name))
                .setParameter("address", network(address))
                .setParameter("now", now)
                .setParameter("free", isGuessedFromEverywhere(name, now) ? 1 : FREE_ATTEMPTS)
                .setParameter("until", now.plus(LOCK))
                .executeUpdate();
        return new Select("select f.locked_until from console_login_failure f where f.locked_until > :now")
                        .with("now", now)
                        .and("f.name = :name", "name", plain(name))
                        .and("f.address = :address", "address", network(address))
                        .rows(em, Row::instant)
                        .stream()
                        .findFirst();
    }

    private boolean isGuessedFromEverywhere(String name, Instant now) {
        return new Select("select coalesce(sum(f.failures), 0) from console_login_failure f where f.last_at > :from")
                        .with("from", now.minus(LOCK))
                        .and("f.name = :name", "name", plain(name))
                        .rows(em, Row::number)
                        .get(0)
                >= SUSPICIOUS;
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

    /** A good login: forget the failures at that address. */
    void succeeded(String name, String address) {
        em.createNativeQuery("delete from console_login_failure where name = :name and address = :address")
                .setParameter("name", plain(name))
                .setParameter("address", network(address))
                .executeUpdate();
        em.createNativeQuery("update console_user set last_login_at = :now where name = :name")
                .setParameter("name", plain(name))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
