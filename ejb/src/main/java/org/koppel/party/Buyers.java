package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** The people who buy for a customer. */
@ApplicationScoped
public class Buyers {
    private static final String NAMED = "(lower(login) = lower(:login) or login in (select c.buyer from credential c"
            + " where c.customer = buyer.customer and lower(c.identity) = lower(:login)))";

    @PersistenceContext
    private EntityManager em;

    protected Buyers() {} // for CDI and for tests of those who ask

    Buyers(EntityManager em) {
        this.em = em;
    }

    /** By login or by the name of an own credential, without regard to case; empty when the customer has no such buyer. */
    public Optional<Buyer> byLogin(PartyId customer, String login) {
        List<?> rows = em.createNativeQuery("select login, name, email, site from buyer"
                        + " where customer = :customer and " + NAMED + " order by login")
                .setParameter("customer", customer.value())
                .setParameter("login", login == null ? "" : login.strip())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Buyers::buyer).findFirst();
    }

    /** Whether the customer has switched off whoever that is; names are as in {@link #byLogin}. */
    public boolean isSwitchedOff(PartyId customer, String login) {
        List<?> rows = em.createNativeQuery(
                        "select 1 from buyer where customer = :customer and not active and " + NAMED)
                .setParameter("customer", customer.value())
                .setParameter("login", login == null ? "" : login.strip())
                .getResultList();
        return !rows.isEmpty();
    }

    /**
     * Whether one of the names (logins, names of own credentials, persons' names, e-mail addresses) is only of persons that the customer
     * has switched off, without regard to case.
     */
    public boolean isSwitchedOff(PartyId customer, Collection<String> names) {
        List<?> rows = em.createNativeQuery(
                        "select 1 from (select distinct n.name from unnest(cast(:names as text[])) n(name)) n"
                                + " join lateral (select bool_or(b.active) as active from buyer b where b.customer = :customer"
                                + " and (lower(n.name) in (lower(b.login), lower(b.name), lower(b.email)) or b.login in"
                                + " (select c.buyer from credential c where c.customer = b.customer"
                                + " and lower(c.identity) = lower(n.name)))) known on not known.active limit 1")
                .setParameter("customer", customer.value())
                .setParameter("names", names.stream().map(String::strip).toArray(String[]::new))
                .getResultList();
        return !rows.isEmpty();
    }

    /** One that is not switched off, as a buyer's system names a person: by login, by name or by e-mail address, without regard to case. */
    public Optional<Buyer> named(PartyId customer, String name) {
        List<?> rows = em.createNativeQuery(
                        "select login, name, email, site from buyer where customer = :customer and active"
                                + " and lower(:name) in (lower(login), lower(name), lower(email)) order by name, login limit 1")
                .setParameter("customer", customer.value())
                .setParameter("name", name.strip())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Buyers::buyer).findFirst();
    }

    /** All buyers of the customer that are not switched off, by name. */
    public List<Buyer> of(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select login, name, email, site from buyer where customer = :customer and active order by name, login")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Buyers::buyer).toList();
    }

    private static Buyer buyer(Object[] row) {
        return new Buyer(
                (String) row[0], (String) row[1], Optional.ofNullable((String) row[2]), Optional.ofNullable((String)
                        row[3]));
    }
}
