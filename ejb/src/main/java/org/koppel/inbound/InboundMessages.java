package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.platform.QueuedId;
import org.koppel.shared.PartyId;

/** The messages that came in. All methods take part in the caller's transaction. */
@ApplicationScoped
class InboundMessages {
    /** The document before is asked for in subselects: joined, PostgreSQL would sort all that wait behind it, for each one. */
    static final String CALL_NEXT = """
            with tried as (select message, position from document where id = :document),
            next as (update document set queued_at = :now where id = (select d.id from document d
                    where d.message = (select message from tried) and d.position > (select position from tried)
                    and d.status = 'PENDING' and d.queued_at is null order by d.position limit 1 for update skip locked)
                returning id),
            summed as (update inbound_message m set changed_at = :now, cause = null, status = (select case
                    when bool_or(d.status in ('PENDING', 'FAILED')) then 'SPLIT'
                    when bool_and(d.status = 'PROCESSED') then 'PROCESSED'
                    when bool_or(d.status = 'PROCESSED') then 'PARTLY_PROCESSED'
                    when bool_or(d.status = 'CONFLICT') then 'CONFLICT' else 'REJECTED' end
                    from document d where d.message = m.id)
                where m.id = (select message from tried) and not exists (select 1 from next))
            select id from next
            """;

    @PersistenceContext
    EntityManager em;

    void add(InboundMessage message) {
        em.persist(message);
        em.flush(); // the unique reference speaks now, not at the commit
    }

    /** The message, locked until the transaction ends. */
    Optional<InboundMessage> lock(UUID id) {
        return Optional.ofNullable(em.find(InboundMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The content of a message from its store, the document first. */
    InputStream document(InboundMessage message) throws IOException {
        return message.document(from -> (byte[]) em.createNativeQuery("select substr(content, :from, "
                        + StoredContent.SLICE + ") as content from inbound_message where id = :id")
                .unwrap(NativeQuery.class)
                .addScalar("content", byte[].class)
                .setParameter("from", (int) from + 1)
                .setParameter("id", message.id())
                .getSingleResult());
    }

    /** What a document's handler is told of its message; locks the message without reading its bytes. */
    Head lockHead(UUID id) {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select reference, received_at, test from inbound_message where id = :id for update")
                .unwrap(NativeQuery.class)
                .addScalar("reference", String.class)
                .addScalar("received_at", Instant.class)
                .addScalar("test", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        return new Head((String) row[0], (Instant) row[1], (Boolean) row[2]);
    }

    /** Reference (may be null), time of receipt, and whether it is only a test. */
    record Head(String reference, Instant receivedAt, boolean test) {}

    /**
     * A document was tried: calls the next one of its message whose turn has not come yet. After the last one the message gets the status that its
     * documents add up to; so a message of 80,000 documents is summed up once and not 80,000 times. The caller has locked the message
     * where its documents may be settled at the same moment.
     *
     * @return the next document, marked as sent
     */
    @SuppressWarnings("unchecked")
    Optional<UUID> callNext(UUID document, Instant now) {
        return em.createNativeQuery(CALL_NEXT, UUID.class)
                .setParameter("document", document)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** The message that was taken first from this customer under this kind and reference. */
    Optional<First> first(PartyId customer, String kind, String reference) {
        return em.createQuery(
                        "select new org.koppel.inbound.InboundMessages$First(m.id, m.sha256) from InboundMessage m"
                                + " where m.customer = :customer and m.kind = :kind and m.reference = :reference"
                                + " and m.status not in (org.koppel.inbound.InboundMessage.Status.REJECTED,"
                                + " org.koppel.inbound.InboundMessage.Status.CONFLICT)",
                        First.class)
                .setParameter("customer", customer.value())
                .setParameter("kind", kind)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    /** Id and hash of an earlier message. */
    record First(UUID id, byte[] sha256) {}

    /** Takes up to 500 rows whose id was sent before {@code stale} and that nobody has worked on; marks them as sent now. */
    List<QueuedId> takeWaiting(Work work, Instant stale, Instant now) {
        List<?> rows = em.createNativeQuery(
                        "update " + work.table() + " set queued_at = :now where id in (select id from "
                                + waitingBefore(work) + " order by queued_at limit 500 for update skip locked)"
                                + " returning id, begun")
                .setParameter("now", now)
                .setParameter("stale", stale)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new QueuedId((UUID) r[0], ((Number) r[1]).intValue()))
                .toList();
    }

    /** The status stands in the text, or the index of those that wait would not be used. */
    private static String waitingBefore(Work work) {
        return work.table() + " where status = '" + work.waiting() + "' and queued_at < :stale";
    }

    /**
     * Counts an attempt that is about to begin at a row that was brought again; once, also when it was brought several times meanwhile.
     *
     * @param begun attempts without an end when it was brought
     */
    void begin(Work work, UUID id, int begun, Instant now) {
        em.createNativeQuery("update " + work.table() + " set begun = begun + 1, queued_at = :now"
                        + " where id = :id and status = :waiting and begun = :begun")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("waiting", work.waiting())
                .setParameter("begun", begun)
                .executeUpdate();
    }

    /** The attempt at a row has an end, and the row goes on waiting. */
    void ended(Work work, UUID id) {
        em.createNativeQuery("update " + work.table() + " set begun = 0 where id = :id and begun > 0")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Gives those up that have waited since {@code stale} and had {@code most} attempts without an end. */
    @SuppressWarnings("unchecked")
    List<UUID> giveUpBrokenOff(Work work, int most, String cause, Instant stale, Instant now) {
        return em.createNativeQuery(
                        "update " + work.table() + " set status = 'FAILED', cause = :cause, changed_at = :now"
                                + " where id in (select id from " + waitingBefore(work)
                                + " and begun >= :most for update skip locked) returning id",
                        UUID.class)
                .setParameter("cause", cause)
                .setParameter("now", now)
                .setParameter("stale", stale)
                .setParameter("most", most)
                .getResultList();
    }

    /** Counts one failure of the machine; the attempt has an end with it. @return whether it is the first one of that row */
    @SuppressWarnings("unchecked")
    boolean noteFailure(Work work, UUID id, String cause, Instant now) {
        return em.createNativeQuery(
                        "update " + work.table()
                                + " set attempts = attempts + 1, begun = greatest(begun - 1, 0), cause = :cause,"
                                + " changed_at = :now, queued_at = :now"
                                + " where id = :id and status = :waiting returning attempts",
                        Integer.class)
                .setParameter("cause", cause)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("waiting", work.waiting())
                .getResultList()
                .equals(List.of(1));
    }

    /** Gives a row up when it failed as often as {@code most}. @return whether it was */
    boolean giveUp(Work work, UUID id, int most, Instant now) {
        return em.createNativeQuery("update " + work.table() + " set status = 'FAILED', changed_at = :now"
                                + " where id = :id and status = :waiting and attempts >= :most")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("waiting", work.waiting())
                        .setParameter("most", most)
                        .executeUpdate()
                > 0;
    }

    /** A person has read it and done what had to be done. @return whether it was held */
    boolean done(UUID id, Instant now) {
        return em.createNativeQuery("update inbound_message set status = 'PROCESSED', changed_at = :now"
                                + " where id = :id and status = 'HELD'")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /**
     * Puts a failed row back to work, or one that is held as a conflict; a message only while no document was read from it,
     * because afterwards its documents are what waits for a person. @return whether there was one
     */
    boolean again(Work work, UUID id, Instant now) {
        // a conflicting message gives its reference up: the first message stays the one that is known under it
        String onlyMessages = work == Work.MESSAGE
                ? " reference = case when conflict_with is null then reference end, problems = null,"
                : " problems = null,";
        String unread = work == Work.MESSAGE ? " and not exists (select 1 from document d where d.message = :id)" : "";
        return em.createNativeQuery("update " + work.table() + " set status = :waiting," + onlyMessages
                                + " attempts = 0, begun = 0, cause = null, queued_at = :now, changed_at = :now"
                                + " where id = :id and status in ('FAILED', 'CONFLICT')" + unread)
                        .setParameter("waiting", work.waiting())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
