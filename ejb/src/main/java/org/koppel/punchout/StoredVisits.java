package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Visits, found by the hash of their token. */
@ApplicationScoped
class StoredVisits {
    @PersistenceContext
    EntityManager em;

    void add(StoredVisit visit) {
        em.persist(visit);
    }

    Optional<StoredVisit> byTokenHash(byte[] hash) {
        return em.createQuery("select v from StoredVisit v where v.tokenHash = :hash", StoredVisit.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    void seen(UUID visit, Instant now, Instant expiresAt) {
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
