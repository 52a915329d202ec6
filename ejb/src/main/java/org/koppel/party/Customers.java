package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** The customers, and what is agreed with each: sites, return origins. */
@ApplicationScoped
public class Customers {
    @PersistenceContext
    private EntityManager em;

    public Optional<Customer> byId(PartyId id) {
        return Optional.ofNullable(em.find(Customer.class, id.value()));
    }

    /** All customers by name. */
    public List<Customer> all() {
        return em.createQuery("select c from Customer c order by c.name", Customer.class)
                .getResultList();
    }

    /** The customer's delivery places, by address id. */
    public List<Site> sites(PartyId customer) {
        return em.createQuery(
                        "select s from Site s where s.key.customer = :customer order by s.key.addressId", Site.class)
                .setParameter("customer", customer.value())
                .getResultList();
    }

    /** Origins ({@code https://srm.example:8443}, port {@code *} for any) the customer's browsers may be returned to. */
    @SuppressWarnings("unchecked")
    public List<String> allowedOrigins(PartyId customer) {
        return em.createNativeQuery("select origin from allowed_origin where customer = :customer order by origin")
                .setParameter("customer", customer.value())
                .getResultList();
    }
}
