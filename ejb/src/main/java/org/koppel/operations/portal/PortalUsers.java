package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koppel.operations.LoginFailures;
import org.koppel.operations.Row;
import org.koppel.operations.Select;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** The customers' administrators, their invitations, and failed attempts to be one of them. Names are kept in lower case. */
@ApplicationScoped
@Transactional
class PortalUsers {
    private static final String PERSON = "select u.name, u.full_name, u.customer from portal_user u where u.active";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    static String plain(String name) {
        String stripped = name == null ? "" : name.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return stripped.length() <= 100 ? stripped : stripped.substring(0, 100);
    }

    static PortalPerson person(Row r) {
        return new PortalPerson(r.text(), r.text(), new PartyId(r.text()));
    }

    /** The password of somebody who may log in; empty for others, and before the invitation is taken. */
    Optional<String> passwordHash(String name) {
        return new Select("select u.password_hash from portal_user u where u.active and u.password_hash is not null")
                .and("u.name = :name", "name", plain(name)).rows(em, Row::text).stream()
                        .findFirst();
    }

    /** Somebody who may log in. */
    Optional<PortalPerson> active(String name) {
        return new Select(PERSON)
                .and("u.name = :name", "name", plain(name)).rows(em, PortalUsers::person).stream()
                        .findFirst();
    }

    /** Whose administrator a name is, switched off or not. */
    Optional<PartyId> customerOf(String name) {
        return new Select("select u.customer from portal_user u where u.name = :name")
                .with("name", plain(name)).rows(em, r -> new PartyId(r.text())).stream()
                        .findFirst();
    }

    List<PortalAccount> of(PartyId customer) {
        return new Select(
                        "select u.name, u.full_name, u.email, u.active, u.password_hash is not null, i.expires_at, u.last_login_at"
                                + " from portal_user u left join portal_invitation i on i.user_name = u.name"
                                + " where u.customer = :customer")
                .with("customer", customer.value())
                .then("order by u.name")
                .rows(
                        em,
                        r -> new PortalAccount(
                                r.text(), r.text(), r.text(), r.flag(), r.flag(), r.instant(), r.instant()));
    }

    /** Adds an administrator; one who is there already gets the new full name and stays otherwise as is. */
    void put(PartyId customer, String name, String fullName) {
        em.createNativeQuery("insert into portal_user (name, customer, full_name, created_at)"
                        + " values (:name, :customer, :full, :now)"
                        + " on conflict (name) do update set full_name = excluded.full_name"
                        + " where portal_user.customer = excluded.customer")
                .setParameter("name", plain(name))
                .setParameter("customer", customer.value())
                .setParameter("full", fullName)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @param email null forgets it */
    void email(String name, String email) {
        em.createNativeQuery("update portal_user set email = cast(:email as text) where name = :name")
                .setParameter("email", email)
                .setParameter("name", plain(name))
                .executeUpdate();
    }

    /** Whoever was in with the old password is out. */
    void password(String name, String hash) {
        em.createNativeQuery("update portal_user set password_hash = :hash where name = :name")
                .setParameter("hash", hash)
                .setParameter("name", plain(name))
                .executeUpdate();
        forgetAccess(name);
    }

    /** @return false when the customer has no such administrator */
    boolean switchTo(PartyId customer, String name, boolean active) {
        int changed = em.createNativeQuery(
                        "update portal_user set active = :active where name = :name and customer = :customer")
                .setParameter("active", active)
                .setParameter("name", plain(name))
                .setParameter("customer", customer.value())
                .executeUpdate();
        if (changed > 0 && !active) {
            forgetAccess(name);
        }
        return changed > 0;
    }

    private void forgetAccess(String name) {
        for (String table : List.of("portal_session", "portal_invitation")) {
            em.createNativeQuery("delete from " + table + " where user_name = :name")
                    .setParameter("name", plain(name))
                    .executeUpdate();
        }
    }

    /** Replaces an earlier invitation. */
    void invite(String name, String token, Instant until) {
        em.createNativeQuery("insert into portal_invitation (user_name, token_hash, expires_at)"
                        + " values (:name, :hash, :until) on conflict (user_name) do update"
                        + " set token_hash = excluded.token_hash, expires_at = excluded.expires_at")
                .setParameter("name", plain(name))
                .setParameter("hash", Secrets.sha256(token))
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Who was invited by a link that still holds. */
    Optional<PortalPerson> invited(String token) {
        return new Select("select u.name, u.full_name, u.customer from portal_user u"
                        + " join portal_invitation i on i.user_name = u.name where u.active")
                        .and("i.token_hash = :hash", "hash", Secrets.sha256(String.valueOf(token)))
                        .and("i.expires_at > :now", "now", clock.instant())
                        .rows(em, PortalUsers::person)
                        .stream()
                        .findFirst();
    }

    /** Uses the invitation up and sets the password. @return empty when somebody was first, or it has expired meanwhile */
    Optional<PortalPerson> accept(String token, String hash) {
        Optional<PortalPerson> person = invited(token);
        boolean first = em.createNativeQuery("delete from portal_invitation where token_hash = :hash")
                        .setParameter("hash", Secrets.sha256(String.valueOf(token)))
                        .executeUpdate()
                > 0;
        if (person.isEmpty() || !first) {
            return Optional.empty();
        }
        password(person.get().name(), hash);
        return person;
    }

    /** @return until when the name is locked at that address, or empty when this attempt may be judged */
    Optional<Instant> attempt(String name, String address) {
        return failures().attempt(plain(name), address);
    }

    /** A good log-in: forget the failures at that address. */
    void succeeded(String name, String address) {
        failures().forget(plain(name), address);
        em.createNativeQuery("update portal_user set last_login_at = :now where name = :name")
                .setParameter("name", plain(name))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private LoginFailures failures() {
        return new LoginFailures(em, clock, "portal_login_failure");
    }
}
