package org.koppel.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.shared.PartyId;

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

    /** What was taken of one type for an order, the first one first. */
    public List<ArchivedDocument> takenFor(UUID order, String type) {
        return em.createQuery(
                        "select d from ArchivedDocument d where d.order = :order and d.type = :type and d.direction ="
                                + " :in and d.status = :processed order by d.createdAt",
                        ArchivedDocument.class)
                .setParameter("order", order)
                .setParameter("type", type)
                .setParameter("in", Direction.IN)
                .setParameter("processed", ArchivedDocument.Status.PROCESSED)
                .getResultList();
    }

    /** Whether a document of that type went to that party about the order. */
    public boolean wasSent(UUID order, PartyId party, String type) {
        return em.createQuery(
                                "select count(d) from ArchivedDocument d where d.order = :order and d.customer = :party"
                                        + " and d.type = :type and d.direction = :out",
                                Long.class)
                        .setParameter("order", order)
                        .setParameter("party", party.value())
                        .setParameter("type", type)
                        .setParameter("out", Direction.OUT)
                        .getSingleResult()
                > 0;
    }

    /** The newest document of these types that was made for an order and a party. */
    public Optional<ArchivedDocument> lastSent(UUID order, PartyId party, List<String> types) {
        return em.createQuery(
                        "select d from ArchivedDocument d where d.order = :order and d.customer = :party"
                                + " and d.type in :types and d.direction = :out order by d.createdAt desc",
                        ArchivedDocument.class)
                .setParameter("order", order)
                .setParameter("party", party.value())
                .setParameter("types", types)
                .setParameter("out", Direction.OUT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Ids of a message's documents whose turn it is and that still wait for their handler. */
    public List<UUID> queuedOf(UUID message) {
        return em.createQuery(
                        "select d.id from ArchivedDocument d where d.message = :message and d.status = :pending"
                                + " and d.queuedAt is not null order by d.position",
                        UUID.class)
                .setParameter("message", message)
                .setParameter("pending", ArchivedDocument.Status.PENDING)
                .getResultList();
    }
}
