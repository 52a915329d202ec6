package org.koppel.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.inbound.Received;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;

/** A change or cancellation of an order that was taken, and how the order stood before it. */
@Entity
@Table(name = "purchase_order_revision")
class OrderRevision {
    /** Whether it counts: waits for a person, counts, was refused by a person, or was overtaken while it waited. */
    enum Status {
        PENDING,
        APPLIED,
        REFUSED,
        SUPERSEDED
    }

    @Id
    private UUID id;

    @Column(name = "purchase_order", updatable = false)
    private UUID purchaseOrder;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Occasion.Kind kind;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(updatable = false)
    private UUID document;

    @Column(name = "own_number", updatable = false)
    private String ownNumber;

    @Column(updatable = false)
    private String label;

    @Column(updatable = false)
    private byte[] digest;

    @Column(name = "message_reference", updatable = false)
    private String messageReference;

    @Column(updatable = false)
    private String content;

    @Enumerated(EnumType.STRING)
    @Column(name = "before_status", updatable = false)
    private PurchaseOrder.Status beforeStatus;

    @Column(name = "before_net", updatable = false)
    private BigDecimal beforeNet;

    @Column(name = "before_lines", updatable = false)
    private String beforeLines;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected OrderRevision() {} // for JPA

    /** @param content the order as it stands with it; null for a cancellation */
    OrderRevision(PurchaseOrder order, int number, ChangeRequest asked, Order content, Received received) {
        this.id = UUID.randomUUID();
        this.purchaseOrder = order.id();
        this.number = number;
        this.kind = asked.occasion().kind();
        this.status = Status.PENDING;
        this.document = received.document();
        this.ownNumber = asked.occasion().number().value();
        this.label = asked.occasion().revision();
        this.digest = asked.digest().clone();
        this.messageReference = received.reference();
        this.content = content == null ? null : Json.write(content);
        this.beforeStatus = order.status();
        this.beforeNet = order.net();
        this.beforeLines = Json.write(order.lineStates());
        this.receivedAt = received.receivedAt();
        this.changedAt = received.receivedAt();
    }

    /** Keeps what stood before the order was reconsidered, where this one overtakes a revision that waited. */
    void follows(OrderRevision overtaken) {
        beforeStatus = overtaken.beforeStatus;
    }

    void settle(Status settled, Instant at) {
        status = settled;
        changedAt = at;
    }

    /** Whether the same was asked before. A repeat without a number of its own must follow at once: else it means a return. */
    boolean isRepeatedBy(ChangeRequest asked, boolean last) {
        return Arrays.equals(digest, asked.digest())
                && (last || asked.identity().isPresent());
    }

    /** Whether it has the number or version of a request that says something else. */
    boolean contradicts(ChangeRequest asked) {
        String own = kind + "/" + label + "/";
        boolean same = asked.identity()
                .filter(i -> i.equals(own) || i.equals(own + ownNumber))
                .isPresent();
        return same && !Arrays.equals(digest, asked.digest());
    }

    int number() {
        return number;
    }

    Occasion occasion() {
        return new Occasion(kind, new DocumentNumber(ownNumber), label);
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    /** Whether it counts, or may. */
    boolean stands() {
        return status == Status.PENDING || status == Status.APPLIED;
    }

    String label() {
        return label;
    }

    String messageReference() {
        return messageReference;
    }

    PurchaseOrder.Status beforeStatus() {
        return beforeStatus;
    }

    /** The order as it stands with it; empty for a cancellation. */
    Optional<Order> content() {
        return Optional.ofNullable(content).map(json -> Json.read(json, Order.class));
    }
}
