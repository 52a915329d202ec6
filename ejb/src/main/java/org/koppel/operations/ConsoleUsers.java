package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The people who may use the console, and failed attempts to be one of them. Names are kept in lower case. */
@ApplicationScoped
@Transactional
class ConsoleUsers {
    static final Duration LOCK = LoginFailures.LOCK;

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
     * Counts an attempt before it is judged.
     *
     * @return until when the name is locked at that address, or empty when this attempt may be judged
     */
    Optional<Instant> attempt(String name, String address) {
        return failures().attempt(plain(name), address);
    }

    private LoginFailures failures() {
        return new LoginFailures(em, clock, "console_login_failure");
    }

    /** A good login: forget the failures at that address. */
    void succeeded(String name, String address) {
        failures().forget(plain(name), address);
        em.createNativeQuery("update console_user set last_login_at = :now where name = :name")
                .setParameter("name", plain(name))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
