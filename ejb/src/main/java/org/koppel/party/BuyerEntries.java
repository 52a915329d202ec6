package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** A customer's buyers as they are kept, those that are switched off included. Part of the caller's transaction. */
@ApplicationScoped
public class BuyerEntries {
    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public BuyerEntries() {}

    /** Outside a container. */
    public BuyerEntries(EntityManager em) {
        this.em = em;
    }

    /** All of them by name, those switched off last. */
    public List<BuyerEntry> of(PartyId customer) {
        List<?> rows = em.createNativeQuery("select b.login, b.name, b.email, b.site, b.active, c.identity from buyer b"
                        + " left join credential c on c.customer = b.customer and c.buyer = b.login and c.kind = 'OCI'"
                        + " where b.customer = :customer order by b.active desc, b.name, b.login")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(BuyerEntries::entry).toList();
    }

    public Optional<BuyerEntry> byLogin(PartyId customer, String login) {
        return of(customer).stream().filter(b -> b.login().equals(login)).findFirst();
    }

    public void add(PartyId customer, BuyerEntry buyer) {
        write(
                "insert into buyer (customer, login, name, email, site) values"
                        + " (:customer, :login, :name, cast(:email as text), cast(:site as text))",
                customer,
                buyer);
    }

    /** Name, address and site. */
    public void change(PartyId customer, BuyerEntry buyer) {
        write(
                "update buyer set name = :name, email = cast(:email as text), site = cast(:site as text)"
                        + " where customer = :customer and login = :login",
                customer,
                buyer);
    }

    private void write(String sql, PartyId customer, BuyerEntry buyer) {
        em.createNativeQuery(sql)
                .setParameter("customer", customer.value())
                .setParameter("login", buyer.login())
                .setParameter("name", buyer.name())
                .setParameter("email", buyer.email())
                .setParameter("site", buyer.site())
                .executeUpdate();
    }

    /** Off means: the person cannot come in any more, by whatever name. */
    public void switchTo(PartyId customer, String login, boolean active) {
        em.createNativeQuery("update buyer set active = :active where customer = :customer and login = :login")
                .setParameter("active", active)
                .setParameter("customer", customer.value())
                .setParameter("login", login)
                .executeUpdate();
    }

    /** Whether a name to punch out with is somebody's already, of whatever customer. */
    public boolean isTaken(String userName) {
        return !em.createNativeQuery("select 1 from credential where kind = 'OCI' and lower(identity) = lower(:name)")
                .setParameter("name", userName)
                .getResultList()
                .isEmpty();
    }

    /** Gives a buyer a credential of its own, or the one that is there a new secret. */
    public void credential(PartyId customer, String login, String userName, byte[] hash) {
        int changed = em.createNativeQuery("update credential set secret_hash = :hash"
                        + " where customer = :customer and buyer = :login and kind = 'OCI'")
                .setParameter("hash", hash)
                .setParameter("customer", customer.value())
                .setParameter("login", login)
                .executeUpdate();
        if (changed > 0) {
            return;
        }
        em.createNativeQuery("insert into credential (id, customer, buyer, kind, identity, secret_hash)"
                        + " values (:id, :customer, :login, 'OCI', :name, :hash)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("customer", customer.value())
                .setParameter("login", login)
                .setParameter("name", userName)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    private static BuyerEntry entry(Object[] row) {
        return new BuyerEntry(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Boolean) row[4], (String) row[5]);
    }
}
