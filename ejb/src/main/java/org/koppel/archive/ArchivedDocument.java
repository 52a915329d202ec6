package org.koppel.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.koppel.document.Document;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** One document that travelled. Its content never changes; only how far it was worked on does. */
@Entity
@Table(name = "document")
public class ArchivedDocument {
    /** How far a document was worked on; what goes out is PROCESSED from the start. */
    public enum Status {
        PENDING,
        PROCESSED,
        REJECTED,
        CONFLICT,
        FAILED
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Direction direction;

    @Column(nullable = false, updatable = false)
    private String customer;

    @Column(nullable = false, updatable = false)
    private String type;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID message;

    @Column(updatable = false)
    private int position;

    @Column(name = "purchase_order")
    private UUID order;

    @Column(nullable = false, updatable = false)
    private String content;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status;

    private String problems;
    private int attempts;
    private String cause;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "refusal_told")
    private boolean refusalTold;

    protected ArchivedDocument() {} // for JPA

    private ArchivedDocument(Direction direction, PartyId customer, Document document, Instant at) {
        this.id = UUID.randomUUID();
        this.direction = direction;
        this.customer = customer.value();
        this.type = document.type();
        this.number = document.number().value();
        this.content = Json.write(document);
        this.createdAt = at;
        this.changedAt = at;
    }

    /** A document read from a message, waiting for its turn. {@code position} counts from 0 within the message. */
    public static ArchivedDocument in(UUID message, int position, PartyId customer, Document document, Instant at) {
        ArchivedDocument archived = new ArchivedDocument(Direction.IN, customer, document, at);
        archived.message = message;
        archived.position = position;
        archived.status = Status.PENDING;
        return archived;
    }

    /** It is its turn: its id goes to the queue of documents as soon as this is committed. */
    public void queue(Instant at) {
        queuedAt = at;
    }

    /** A document of ours; {@code order} is the purchase order it answers, or null. */
    public static ArchivedDocument out(PartyId customer, UUID order, Document document, Instant at) {
        ArchivedDocument archived = new ArchivedDocument(Direction.OUT, customer, document, at);
        archived.order = order;
        archived.status = Status.PROCESSED;
        return archived;
    }

    /** Notes what became of it; {@code problemsAsJson} may be null. */
    public void settle(Status settled, String problemsAsJson, Instant at) {
        status = settled;
        problems = problemsAsJson;
        cause = null; // of attempts that failed before this one
        changedAt = at;
    }

    /** Its sender is told that it is refused. @return false when it was told before: once is enough, however often it is tried again */
    public boolean tellRefusal() {
        boolean first = !refusalTold;
        refusalTold = true;
        return first;
    }

    /** Links the document to the purchase order it made or repeats. */
    public void belongsTo(UUID purchaseOrder) {
        order = purchaseOrder;
    }

    public UUID id() {
        return id;
    }

    public PartyId customer() {
        return new PartyId(customer);
    }

    public String type() {
        return type;
    }

    public DocumentNumber number() {
        return new DocumentNumber(number);
    }

    public UUID message() {
        return message;
    }

    public UUID order() {
        return order;
    }

    public Status status() {
        return status;
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The record it was made from. */
    public <T extends Document> T as(Class<T> documentClass) {
        return Json.read(content, documentClass);
    }
}
