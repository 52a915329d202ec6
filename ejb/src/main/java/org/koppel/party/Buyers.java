package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** The people who buy for a customer. */
@ApplicationScoped
public class Buyers {
    @PersistenceContext
    private EntityManager em;

    /** By login, without regard to case; empty when the customer has no such buyer. */
    public Optional<Buyer> byLogin(PartyId customer, String login) {
        List<?> rows = em.createNativeQuery("select login, name, email, site from buyer"
                        + " where customer = :customer and lower(login) = lower(:login) order by login")
                .setParameter("customer", customer.value())
                .setParameter("login", login == null ? "" : login.strip())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Buyers::buyer).findFirst();
    }

    /** All buyers of the customer by name. */
    public List<Buyer> of(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select login, name, email, site from buyer where customer = :customer order by name, login")
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
