package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;

/** The customers, and what is agreed with each: sites, return origins. */
@ApplicationScoped
public class Customers {
    @PersistenceContext
    private EntityManager em;

    private final Recent<PartyId, Optional<Customer>> recent = new Recent<>();
    private final Recent<PartyId, List<Site>> recentSites = new Recent<>();

    /** The customer, as it was at most two seconds ago. */
    public Optional<Customer> byId(PartyId id) {
        return recent.get(id, key -> Optional.ofNullable(em.find(Customer.class, key.value())));
    }

    /** The customer that somebody names; empty also for what cannot be an id. The back office is none. */
    public Optional<Customer> named(String id) {
        return all().stream().filter(c -> c.id().value().equals(id)).findFirst();
    }

    /** All customers by name; the back office is none of them. */
    public List<Customer> all() {
        return em.createQuery("select c from Customer c where c.backOffice = false order by c.name", Customer.class)
                .getResultList();
    }

    /** Says who answers the customer's orders; known everywhere within two seconds. The caller opens the transaction. */
    public void answered(PartyId customer, OrderPolicy by) {
        em.createNativeQuery("update customer set order_policy = :policy where id = :customer and not back_office")
                .setParameter("policy", by.name())
                .setParameter("customer", customer.value())
                .executeUpdate();
    }

    /** The customer's delivery places that are in use, by address id, as they were at most two seconds ago. */
    public List<Site> sites(PartyId customer) {
        return recentSites.get(customer, this::readSites);
    }

    private List<Site> readSites(PartyId customer) {
        return em.createQuery(
                        "select s from Site s where s.key.customer = :customer and s.active order by s.key.addressId",
                        Site.class)
                .setParameter("customer", customer.value())
                .getResultList();
    }

    /** Allows an origin; false when it was allowed before. The caller opens the transaction. */
    public boolean allow(PartyId customer, ReturnOrigin origin) {
        return em.createNativeQuery(
                                "insert into allowed_origin (customer, origin) values (:customer, :origin) on conflict do nothing")
                        .setParameter("customer", customer.value())
                        .setParameter("origin", origin.value())
                        .executeUpdate()
                > 0;
    }

    /** Allows an origin no more; false when it was not allowed. The caller opens the transaction. */
    public boolean disallow(PartyId customer, String origin) {
        return em.createNativeQuery("delete from allowed_origin where customer = :customer and origin = :origin")
                        .setParameter("customer", customer.value())
                        .setParameter("origin", origin)
                        .executeUpdate()
                > 0;
    }

    /** Origins ({@code https://srm.example:8443}, port {@code *} for any) the customer's browsers may be returned to. */
    @SuppressWarnings("unchecked")
    public List<String> allowedOrigins(PartyId customer) {
        return em.createNativeQuery("select origin from allowed_origin where customer = :customer order by origin")
                .setParameter("customer", customer.value())
                .getResultList();
    }
}
