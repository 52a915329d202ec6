package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.koppel.shared.PartyId;

/** A customer's sites as they are kept, those that are switched off included. Part of the caller's transaction. */
@ApplicationScoped
public class Sites {
    private static final String SELECT =
            "select address_id, name, gln, street, postal_code, city, country, active, standard from site"
                    + " where customer = :customer";

    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public Sites() {}

    /** Outside a container. */
    public Sites(EntityManager em) {
        this.em = em;
    }

    /** All of them: the standard one first, those switched off last. */
    public List<SiteEntry> of(PartyId customer) {
        List<?> rows = em.createNativeQuery(SELECT + " order by active desc, standard desc, address_id")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Sites::entry).toList();
    }

    public Optional<SiteEntry> byId(PartyId customer, String addressId) {
        return of(customer).stream()
                .filter(s -> s.addressId().equals(addressId))
                .findFirst();
    }

    public void add(PartyId customer, SiteEntry site) {
        query(
                        "insert into site (customer, address_id, name, gln, street, postal_code, city, country) values"
                                + " (:customer, :id, :name, cast(:gln as text), cast(:street as text), cast(:postal as text),"
                                + " cast(:city as text), cast(:country as text))",
                        customer,
                        site)
                .executeUpdate();
    }

    /** Name, address and code; the code's old value is {@code old}. */
    public void change(PartyId customer, String old, SiteEntry site) {
        query(
                        "update site set address_id = :id, name = :name, gln = cast(:gln as text), street = cast(:street as text),"
                                + " postal_code = cast(:postal as text), city = cast(:city as text),"
                                + " country = cast(:country as text) where customer = :customer and address_id = :old",
                        customer,
                        site)
                .setParameter("old", old)
                .executeUpdate();
    }

    private Query query(String sql, PartyId customer, SiteEntry site) {
        return em.createNativeQuery(sql)
                .setParameter("customer", customer.value())
                .setParameter("id", site.addressId())
                .setParameter("name", site.name())
                .setParameter("gln", site.gln())
                .setParameter("street", site.street())
                .setParameter("postal", site.postalCode())
                .setParameter("city", site.city())
                .setParameter("country", site.country());
    }

    /** Off means: no order is taken for it any more. What was ordered stays as it is. */
    public void switchTo(PartyId customer, String addressId, boolean active) {
        em.createNativeQuery("update site set active = :active, standard = standard and :active"
                        + " where customer = :customer and address_id = :id")
                .setParameter("active", active)
                .setParameter("customer", customer.value())
                .setParameter("id", addressId)
                .executeUpdate();
    }

    /** The one that is proposed; the one before it is no longer. */
    public void makeStandard(PartyId customer, String addressId) {
        for (String sql : List.of(
                "update site set standard = false where customer = :customer and standard and address_id <> :id",
                "update site set standard = true where customer = :customer and address_id = :id and active")) {
            em.createNativeQuery(sql)
                    .setParameter("customer", customer.value())
                    .setParameter("id", addressId)
                    .executeUpdate();
        }
    }

    private static SiteEntry entry(Object[] row) {
        return new SiteEntry(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Boolean) row[7],
                (Boolean) row[8]);
    }
}
