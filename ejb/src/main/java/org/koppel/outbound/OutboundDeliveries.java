package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.shared.PartyId;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** The outbox, its rendered parts and attempts. All methods take part in the caller's transaction. */
@ApplicationScoped
class OutboundDeliveries {
    private static final String NEXT_DUE =
            "select id from delivery where customer = :customer and status in ('PENDING', 'RETRY')"
                    + " and next_attempt_at <= :now order by next_attempt_at limit 1";

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
     */
    @SuppressWarnings("unchecked")
    List<UUID> takeDue(Instant stale, Instant now) {
        return em.createNativeQuery(
                        "update delivery set queued_at = :now,"
                                + " status = case status when 'IN_FLIGHT' then 'RETRY' else status end"
                                + " where id in (select id from delivery where"
                                + " status in ('PENDING', 'RETRY') and next_attempt_at <= :now"
                                + " and (queued_at is null or queued_at < :stale)"
                                + " or status = 'IN_FLIGHT' and lease_until < :now"
                                + " order by next_attempt_at limit 500 for update skip locked) returning id",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("stale", stale)
                .getResultList();
    }

    /** What was rendered for an earlier attempt, in order; empty before the first. */
    @SuppressWarnings("unchecked")
    List<Part> parts(UUID delivery) {
        List<Object[]> rows = em.createNativeQuery("select media_type, file_name, content, control from delivery_part"
                        + " where delivery = :delivery order by position")
                .setParameter("delivery", delivery)
                .getResultList();
        return rows.stream()
                .map(r -> new Part((String) r[0], (String) r[1], (byte[]) r[2], (String) r[3]))
                .toList();
    }

    void keepPart(UUID delivery, int position, FormatId format, Part part) {
        em.createNativeQuery(
                        "insert into delivery_part (delivery, position, format, media_type, file_name, content, control)"
                                + " values (:delivery, :position, :format, :mediaType, :fileName, :content, :control)"
                                + " on conflict (delivery, position) do nothing")
                .setParameter("delivery", delivery)
                .setParameter("position", position)
                .setParameter("format", format.value())
                .setParameter("mediaType", part.mediaType())
                .setParameter("fileName", part.fileName())
                .setParameter("content", part.content())
                .setParameter("control", part.control())
                .executeUpdate();
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
