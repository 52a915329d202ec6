package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.shared.PartyId;

/** Visits, found by the hash of their token. */
@ApplicationScoped
class StoredVisits {
    @PersistenceContext
    EntityManager em;

    void add(StoredVisit visit) {
        em.persist(visit);
    }

    /** One statement, with or without a transaction: every request of the shop begins with it. */
    Optional<FoundVisit> byTokenHash(byte[] hash) {
        List<?> rows = em.createNativeQuery("select v.id, v.customer, v.buyer, v.mechanism, v.language, v.return_url,"
                        + " v.return_fields, v.target, v.charset, v.purpose, v.ship_to, v.created_at, v.seen_at, v.expires_at,"
                        + " (select count(*) from cart c join cart_line l on l.cart = c.id"
                        + " where c.visit = v.id and c.status = 'OPEN') as cart_lines,"
                        + " exists (select 1 from shopper_rule r where r.customer = v.customer) as ruled"
                        + " from punchout_visit v where v.token_hash = :hash")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class) // said, so that Hibernate need not ask the answer for each type
                .addScalar("customer", String.class)
                .addScalar("buyer", String.class)
                .addScalar("mechanism", String.class)
                .addScalar("language", String.class)
                .addScalar("return_url", String.class)
                .addScalar("return_fields", String.class)
                .addScalar("target", String.class)
                .addScalar("charset", String.class)
                .addScalar("purpose", String.class)
                .addScalar("ship_to", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("seen_at", Instant.class)
                .addScalar("expires_at", Instant.class)
                .addScalar("cart_lines", Long.class)
                .addScalar("ruled", Boolean.class)
                .setParameter("hash", hash)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(StoredVisits::found).findFirst();
    }

    private static FoundVisit found(Object[] row) {
        return new FoundVisit(
                (UUID) row[0],
                new PartyId((String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                Purpose.valueOf((String) row[9]),
                (String) row[10],
                (Instant) row[11],
                (Instant) row[12],
                (Instant) row[13],
                ((Long) row[14]).intValue(),
                (Boolean) row[15]);
    }

    @Transactional
    public void seen(UUID visit, Instant now, Instant expiresAt) {
        em.createNativeQuery("update punchout_visit set seen_at = :now, expires_at = :expires where id = :id")
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .setParameter("id", visit)
                .executeUpdate();
    }

    void speak(UUID visit, String language) {
        em.createNativeQuery("update punchout_visit set language = :language where id = :id")
                .setParameter("language", language)
                .setParameter("id", visit)
                .executeUpdate();
    }
}
