package org.koppel.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.koppel.archive.ArchivedDocument;
import org.koppel.party.Channel;
import org.koppel.party.ChannelTiming;
import org.koppel.shared.PartyId;

/** One document on its way over one channel. Changes only through its named steps. */
@Entity
@Table(name = "delivery")
class OutboundDelivery {
    enum Status {
        PENDING,
        IN_FLIGHT,
        DELIVERED,
        RETRY,
        PARKED
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID document;

    @Column(updatable = false)
    private String customer;

    @Column(updatable = false)
    private UUID channel;

    @Column(name = "document_type", updatable = false)
    private String documentType;

    @Column(name = "document_number", updatable = false)
    private String documentNumber;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int attempts;

    /** Failed attempts since it was made or last sent again by a person. */
    private int failures;

    /** Times the server itself failed before an attempt could begin, since the last one that began or the last resend. */
    private int breakdowns;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "queued_at")
    private Instant queuedAt;

    private String cause;

    /** The delivery whose files hold this one's document too, and that says how it went; null for one that goes itself. */
    private UUID bundle;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected OutboundDelivery() {} // for JPA

    OutboundDelivery(ArchivedDocument document, Channel over, Instant at) {
        this.id = UUID.randomUUID();
        this.document = document.id();
        this.customer = document.customer().value();
        this.channel = over.id();
        this.documentType = document.type();
        this.documentNumber = document.number().value();
        this.status = Status.PENDING;
        this.nextAttemptAt = over.timing().next(at);
        this.queuedAt = isDue(at) ? at : null;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Whether it may be worked on now: it waits and is due, or the node that worked on it is gone. */
    boolean isDue(Instant at) {
        if (bundle != null) {
            return false;
        }
        return switch (status) {
            case PENDING, RETRY -> !nextAttemptAt.isAfter(at);
            case IN_FLIGHT -> leaseUntil.isBefore(at);
            case DELIVERED, PARKED -> false;
        };
    }

    /**
     * What should have gone while its window was open, and is only looked at now that it is closed, waits for the next one. What a person
     * wanted outside the window goes.
     *
     * @return whether it waits
     */
    boolean postpone(ChannelTiming timing, Instant at) {
        Instant opens = timing.opens(at);
        if (status == Status.IN_FLIGHT
                || !opens.isAfter(at)
                || !timing.opens(nextAttemptAt).equals(nextAttemptAt)) {
            return false;
        }
        nextAttemptAt = opens;
        queuedAt = null;
        return true;
    }

    /** Takes it for one attempt; nobody else may until the lease ends. */
    void claim(Instant at, Duration lease) {
        status = Status.IN_FLIGHT;
        attempts++;
        breakdowns = 0;
        leaseUntil = at.plus(lease);
        changedAt = at;
    }

    /** Whether that attempt is the one that runs now. */
    boolean isInAttempt(int number) {
        return status == Status.IN_FLIGHT && attempts == number;
    }

    /** Whether its last attempt has no end: the server that made it is gone. */
    boolean isBrokenOff(Instant at) {
        return leaseUntil != null && leaseUntil.isBefore(at);
    }

    /** One more attempt failed. @return how many have by now */
    int failed() {
        return ++failures;
    }

    void delivered(Instant at) {
        leave(Status.DELIVERED, null, at);
    }

    /** It failed for now; the next attempt is due at the given time. */
    void retryAt(Instant next, String why, Instant at) {
        leave(Status.RETRY, why, at);
        nextAttemptAt = next;
        queuedAt = null;
    }

    /** It failed for good, until a person resends it. */
    void park(String why, Instant at) {
        leave(Status.PARKED, why, at);
    }

    /** A person wants it sent (again) now; what failed before counts no more. */
    void resend(Instant at) {
        failures = 0;
        breakdowns = 0;
        bundle = null;
        leave(Status.PENDING, null, at);
        nextAttemptAt = at;
        queuedAt = at;
    }

    private void leave(Status next, String why, Instant at) {
        status = next;
        cause = why;
        leaseUntil = null;
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID document() {
        return document;
    }

    UUID channel() {
        return channel;
    }

    PartyId customer() {
        return new PartyId(customer);
    }

    Status status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    /** When it was claimed, delivered, parked … the last time. */
    Instant changedAt() {
        return changedAt;
    }
}
