package org.koppel.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored documents. All methods take part in the caller's transaction. */
@ApplicationScoped
public class Archive {
    @PersistenceContext
    private EntityManager em;

    public void add(ArchivedDocument document) {
        em.persist(document);
    }

    /** Writes what was added, so that what the database has against it is heard here and not only at the commit. */
    public void flush() {
        em.flush();
    }

    /** Forgets a document that was written, so that memory does not grow with what a message holds. */
    public void letGo(ArchivedDocument document) {
        em.detach(document);
    }

    /** Takes back the documents of a message that turned out to be wrong while it was read. */
    public void takeBack(UUID message) {
        em.createQuery("delete from ArchivedDocument d where d.message = :message")
                .setParameter("message", message)
                .executeUpdate();
    }

    public Optional<ArchivedDocument> byId(UUID id) {
        return Optional.ofNullable(em.find(ArchivedDocument.class, id));
    }

    /** The document, locked until the transaction ends, so that only one worker handles it. */
    public Optional<ArchivedDocument> lock(UUID id) {
        return Optional.ofNullable(em.find(ArchivedDocument.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Ids of a message's documents that still wait for their handler. */
    public List<UUID> pendingOf(UUID message) {
        return em.createQuery(
                        "select d.id from ArchivedDocument d where d.message = :message and d.status = :pending"
                                + " order by d.position",
                        UUID.class)
                .setParameter("message", message)
                .setParameter("pending", ArchivedDocument.Status.PENDING)
                .getResultList();
    }
}
