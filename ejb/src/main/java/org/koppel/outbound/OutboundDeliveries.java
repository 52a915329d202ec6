package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.codec.Shortening;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** The outbox, its rendered parts and attempts. All methods take part in the caller's transaction. */
@ApplicationScoped
class OutboundDeliveries {
    private static final String NEXT_DUE =
            "select id from delivery where customer = :customer and status in ('PENDING', 'RETRY')"
                    + " and bundle is null and not exists (select from channel c where c.id = delivery.channel"
                    + " and c.bundle <> 'NONE') and next_attempt_at <= :now order by next_attempt_at limit 1";

    @PersistenceContext
    EntityManager em;

    void add(OutboundDelivery delivery) {
        em.persist(delivery);
    }

    /** The delivery, locked until the transaction ends. */
    Optional<OutboundDelivery> lock(UUID id) {
        return Optional.ofNullable(em.find(OutboundDelivery.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The next one of a customer that is due and that nobody holds; not locked. */
    @SuppressWarnings("unchecked")
    Optional<UUID> nextDue(PartyId customer, Instant now) {
        return em.createNativeQuery(NEXT_DUE, UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** As {@link #nextDue}, passing over those that somebody is taking at this moment, and locked. */
    @SuppressWarnings("unchecked")
    Optional<UUID> takeNextDue(PartyId customer, Instant now) {
        return em.createNativeQuery(NEXT_DUE + " for update skip locked", UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /**
     * Takes up to 500 deliveries that are due and whose id was sent before {@code stale} or never, and those whose node is gone;
     * marks them as sent now.
     *
     * @param attended customers whose deliveries follow one another without being asked for, but for those that go in bundles
     */
    @SuppressWarnings("unchecked")
    List<UUID> takeDue(Instant stale, Instant now, Collection<PartyId> attended) {
        return em.createNativeQuery(
                        "update delivery set queued_at = :now,"
                                + " status = case status when 'IN_FLIGHT' then 'RETRY' else status end"
                                + " where id in (select id from delivery where"
                                + " status in ('PENDING', 'RETRY') and next_attempt_at <= :now and bundle is null"
                                + " and (queued_at is null or queued_at < :stale)"
                                + " and (customer <> all(cast(:attended as text[])) or exists (select from channel c"
                                + " where c.id = delivery.channel and c.bundle <> 'NONE'))"
                                + " or status = 'IN_FLIGHT' and lease_until < :now"
                                + " order by next_attempt_at limit 500 for update skip locked) returning id",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("stale", stale)
                .setParameter("attended", attended.stream().map(PartyId::value).toArray(String[]::new))
                .getResultList();
    }

    /** Makes claims of deliveries that are bundled wait for each other, so that they do not take one bundle apart. */
    void lockBundle(UUID delivery) {
        em.createNativeQuery("select c.id from channel c join delivery d on d.channel = c.id where d.id = :id"
                        + " and c.bundle <> 'NONE' for update of c")
                .setParameter("id", delivery)
                .getResultList();
    }

    /** Lets what has gathered for the same channel go along with a delivery: documents that were never tried, up to 1000. */
    void gather(UUID leader, UUID channel, Instant now) {
        em.createNativeQuery(
                        "update delivery set bundle = :leader, changed_at = :now where id in (select id from delivery"
                                + " where channel = :channel and status = 'PENDING' and attempts = 0 and bundle is null"
                                + " and id <> :leader and next_attempt_at <= :now order by created_at, id limit 1000"
                                + " for update skip locked)")
                .setParameter("leader", leader)
                .setParameter("channel", channel)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The documents that go along with a delivery, in the order they were made. */
    @SuppressWarnings("unchecked")
    List<UUID> gathered(UUID leader) {
        return em.createNativeQuery(
                        "select document from delivery where bundle = :leader order by created_at, id", UUID.class)
                .setParameter("leader", leader)
                .getResultList();
    }

    /** Lets an attempt go on until then. @return whether it is still the one that has the delivery */
    boolean renew(UUID id, int attempt, Instant until) {
        return em.createNativeQuery("update delivery set lease_until = :until where id = :id and status = 'IN_FLIGHT'"
                                + " and attempts = :attempt")
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate()
                > 0;
    }

    /** Parks a document that was to go along and does not fit, and keeps that as an attempt of its own. */
    void takeOut(DeliveryDesk.Claim leader, UUID document, DeliveryOutcome why, Instant now) {
        em.createNativeQuery(
                        "with out as (update delivery set bundle = null, status = 'PARKED', attempts = attempts + 1,"
                                + " cause = :cause, changed_at = :now where bundle = :leader and document = :document"
                                + " returning id, attempts) insert into delivery_attempt (delivery, number, started_at,"
                                + " ended_at, outcome, code, detail) select id, attempts, :started, :now, :outcome, :code,"
                                + " :detail from out")
                .setParameter("cause", why.code() + ": " + why.detail())
                .setParameter("now", now)
                .setParameter("leader", leader.id())
                .setParameter("document", document)
                .setParameter("started", leader.started())
                .setParameter("outcome", why.kind().name())
                .setParameter("code", why.code())
                .setParameter("detail", why.detail())
                .executeUpdate();
    }

    /** The delivery that this one went along with, while that one has not arrived. */
    @SuppressWarnings("unchecked")
    Optional<UUID> undelivered(UUID id) {
        return em.createNativeQuery(
                        "select l.id from delivery d join delivery l on l.id = d.bundle and l.status <> 'DELIVERED'"
                                + " where d.id = :id",
                        UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What was to go along waits by itself again. */
    void release(UUID leader, Instant now) {
        em.createNativeQuery(
                        "update delivery set bundle = null, status = 'PENDING', cause = null, next_attempt_at = :now,"
                                + " queued_at = null, changed_at = :now where bundle = :leader")
                .setParameter("now", now)
                .setParameter("leader", leader)
                .executeUpdate();
    }

    /** What goes along shares the fate of its leader, whose row is written; what was delivered before stays so. */
    void follow(UUID leader, int attempt) {
        em.flush();
        int followers = em.createNativeQuery("update delivery f set status = l.status, cause = l.cause,"
                        + " next_attempt_at = l.next_attempt_at, attempts = l.attempts, changed_at = l.changed_at"
                        + " from delivery l where f.bundle = l.id and l.id = :leader"
                        + " and (f.status <> 'DELIVERED' or l.status = 'DELIVERED')")
                .setParameter("leader", leader)
                .executeUpdate();
        if (followers > 0) {
            em.createNativeQuery("insert into delivery_attempt (delivery, number, started_at, ended_at, outcome, code,"
                            + " detail) select f.id, a.number, a.started_at, a.ended_at, a.outcome, a.code,"
                            + " 'Together with ' || l.document_number || ': ' || coalesce(a.detail, '') from delivery f"
                            + " join delivery l on l.id = f.bundle join delivery_attempt a on a.delivery = l.id"
                            + " where l.id = :leader and a.number = :number and f.status = l.status"
                            + " on conflict do nothing")
                    .setParameter("leader", leader)
                    .setParameter("number", attempt)
                    .executeUpdate();
        }
    }

    /** Parks what its partner refused since then, of a delivery and what went along with it. */
    void parkRefused(UUID leader, Instant since) {
        em.flush();
        em.createNativeQuery("update delivery d set status = 'PARKED', cause = :refused || r.kind || ' ' || r.detail"
                        + " from delivery_receipt r where r.delivery = d.id and not r.accepted and r.received_at >= :since"
                        + " and (d.id = :leader or d.bundle = :leader)")
                .setParameter("refused", DeliveryReceipts.REFUSED)
                .setParameter("since", since)
                .setParameter("leader", leader)
                .executeUpdate();
    }

    /** What was kept to be sent, in order; empty until then. */
    @SuppressWarnings("unchecked")
    List<Written> files(UUID delivery) {
        List<Object[]> rows = em.createNativeQuery("select format, media_type, file_name, content, control from"
                        + " delivery_part where delivery = :delivery order by position")
                .setParameter("delivery", delivery)
                .getResultList();
        return rows.stream()
                .map(r -> new Written(
                        new FormatId((String) r[0]),
                        new Part((String) r[1], (String) r[2], (byte[]) r[3], (String) r[4])))
                .toList();
    }

    void keepPart(UUID delivery, int position, Written file) {
        Part part = file.part();
        em.createNativeQuery(
                        "insert into delivery_part (delivery, position, format, media_type, file_name, content, control)"
                                + " values (:delivery, :position, :format, :mediaType, :fileName, :content, :control)"
                                + " on conflict (delivery, position) do nothing")
                .setParameter("delivery", delivery)
                .setParameter("position", position)
                .setParameter("format", file.format().value())
                .setParameter("mediaType", part.mediaType())
                .setParameter("fileName", part.fileName())
                .setParameter("content", part.content())
                .setParameter("control", part.control())
                .executeUpdate();
    }

    /** Notes what was shortened of a document with its own delivery: the leader's, or one that goes along with it. */
    void keepShortened(UUID leader, UUID document, List<Shortening> notes) {
        em.createNativeQuery("update delivery set shortened = :notes where document = :document and (id = :leader or"
                        + " bundle = :leader)")
                .setParameter("notes", Json.write(notes))
                .setParameter("document", document)
                .setParameter("leader", leader)
                .executeUpdate();
    }

    /** Counts a failure of the server on a delivery that is due. */
    void noteBreakdown(UUID id, String cause, Instant now) {
        em.createNativeQuery(
                        "update delivery set breakdowns = breakdowns + 1, cause = :cause, changed_at = :now, queued_at"
                                + " = :now where id = :id and status in ('PENDING', 'RETRY') and next_attempt_at <= :now")
                .setParameter("cause", cause)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Parks a delivery on which the server failed as often as {@code most}, and keeps that as an attempt. @return whether it did */
    @SuppressWarnings("unchecked")
    boolean parkBroken(UUID id, int most, Instant now) {
        List<Integer> parked = em.createNativeQuery(
                        "update delivery set status = 'PARKED', attempts = attempts + 1, cause = 'Gave up after ' ||"
                                + " breakdowns || ' tries. SERVER_FAILED: ' || coalesce(cause, ''), changed_at = :now"
                                + " where id = :id and status in ('PENDING', 'RETRY') and breakdowns >= :most"
                                + " returning attempts",
                        Integer.class)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("most", most)
                .getResultList();
        for (int attempt : parked) {
            em.createNativeQuery("insert into delivery_attempt (delivery, number, started_at, ended_at, outcome, code,"
                            + " detail) select id, attempts, changed_at, changed_at, 'RETRY', 'SERVER_FAILED', cause"
                            + " from delivery where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            follow(id, attempt);
        }
        return !parked.isEmpty();
    }

    /** An attempt that was given up counts as delivered when its partner says so after all. */
    void keepAttempt(UUID delivery, int number, Instant started, Instant ended, DeliveryOutcome outcome) {
        em.createNativeQuery(
                        "insert into delivery_attempt (delivery, number, started_at, ended_at, outcome, code, detail)"
                                + " values (:delivery, :number, :started, :ended, :outcome, :code, :detail)"
                                + " on conflict (delivery, number) do update set ended_at = excluded.ended_at,"
                                + " outcome = excluded.outcome, code = excluded.code, detail = excluded.detail"
                                + " where excluded.outcome = 'DELIVERED'")
                .setParameter("delivery", delivery)
                .setParameter("number", number)
                .setParameter("started", started)
                .setParameter("ended", ended)
                .setParameter("outcome", outcome.kind().name())
                .setParameter("code", outcome.code())
                .setParameter("detail", outcome.detail())
                .executeUpdate();
    }
}
