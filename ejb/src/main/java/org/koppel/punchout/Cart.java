package org.koppel.punchout;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.koppel.shared.PartyId;

/** What a buyer gathers during a visit; an article stands in it once. Only an open cart changes. */
@Entity
@Table(name = "cart")
class Cart {
    /** Its way: open, then home or given up; a cart that went home waits for the approved order. */
    enum Status {
        OPEN,
        TRANSFERRED,
        ORDERED,
        CANCELLED,
        EXPIRED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID visit;
    private String customer;
    private String reference;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    @Column(name = "purchase_order")
    private UUID order;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "cart_line", joinColumns = @JoinColumn(name = "cart"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    private List<CartLine> lines = new ArrayList<>();

    protected Cart() {} // for JPA

    Cart(UUID visit, PartyId customer, String reference, Instant at) {
        this.id = UUID.randomUUID();
        this.visit = visit;
        this.customer = customer.value();
        this.reference = reference;
        this.createdAt = at;
        this.changedAt = at;
    }

    Optional<CartLine> line(String article) {
        return lines.stream().filter(l -> l.article().equals(article)).findFirst();
    }

    /** Sets the quantity of an article, which is added at the end when it is new. */
    void put(String article, BigDecimal quantity, Instant at) {
        requireOpen("change");
        line(article).ifPresentOrElse(l -> l.quantity(quantity), () -> lines.add(new CartLine(article, quantity)));
        changedAt = at;
    }

    void remove(String article, Instant at) {
        requireOpen("change");
        lines.removeIf(l -> l.article().equals(article));
        changedAt = at;
    }

    /** Freezes every line as it goes home. @param items one per line, in the same order */
    void transfer(List<CartItem> items, Instant at) {
        requireOpen("transfer");
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).freeze(items.get(i));
        }
        status = Status.TRANSFERRED;
        changedAt = at;
    }

    void cancel(Instant at) {
        requireOpen("cancel");
        status = Status.CANCELLED;
        changedAt = at;
    }

    /** A buyer's system may split a cart into several orders: the first one is kept. */
    void ordered(UUID by, Instant at) {
        if (status != Status.TRANSFERRED && status != Status.ORDERED) {
            throw new IllegalCartStateException(reference, status.name(), "order");
        }
        status = Status.ORDERED;
        order = order == null ? by : order;
        changedAt = at;
    }

    private void requireOpen(String wanted) {
        if (status != Status.OPEN) {
            throw new IllegalCartStateException(reference, status.name(), wanted);
        }
    }

    UUID id() {
        return id;
    }

    String reference() {
        return reference;
    }

    Status status() {
        return status;
    }

    PartyId customer() {
        return new PartyId(customer);
    }

    List<CartLine> lines() {
        return List.copyOf(lines);
    }

    ParkedCart parked() {
        List<ParkedCart.Line> parked = new ArrayList<>();
        for (CartLine line : lines) {
            parked.add(line.parked(parked.size() + 1));
        }
        return new ParkedCart(id, reference, parked);
    }
}
