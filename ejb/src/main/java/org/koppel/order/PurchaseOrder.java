package org.koppel.order;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.inbound.Received;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** What we know of a buyer's order and how far it has come. Changes only through its named steps. */
@Entity
@Table(name = "purchase_order")
public class PurchaseOrder {
    /** How far an order has come (architecture: States). */
    public enum Status {
        RECEIVED,
        HELD,
        CONFIRMED,
        CONFIRMED_WITH_CHANGES,
        REJECTED,
        PARTLY_DESPATCHED,
        DESPATCHED,
        INVOICED,
        CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private String customer;

    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private Status status = Status.RECEIVED;

    @Column(updatable = false)
    private UUID document;

    @Column(updatable = false)
    private byte[] digest;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private boolean test;

    private String site;

    private UUID cart;

    @Column(name = "cart_differences")
    private String cartDifferences;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    private BigDecimal net = BigDecimal.ZERO;

    @Column(name = "held_for")
    private String heldFor;

    @Column(name = "line_count")
    private int lineCount;

    private int revision;
    private int despatches;
    private String occasion;

    @ElementCollection
    @CollectionTable(name = "purchase_order_line", joinColumns = @JoinColumn(name = "purchase_order"))
    @OrderColumn(name = "position")
    private List<PurchaseOrderLine> lines = new ArrayList<>();

    protected PurchaseOrder() {} // for JPA

    /** A new order as it came; {@code digest} is the SHA-256 of what it says. */
    public PurchaseOrder(Order order, byte[] digest, Received received) {
        this.id = UUID.randomUUID();
        this.customer = received.customer().value();
        this.number = order.number().value();
        this.document = received.document();
        this.digest = digest.clone();
        this.currency = order.currency();
        this.test = order.test() || received.test();
        this.issuedAt = order.issuedAt().toInstant();
        this.receivedAt = received.receivedAt();
        this.changedAt = received.receivedAt();
        state(order);
    }

    private void state(Order order) {
        site = order.shipTo() == null ? null : order.shipTo().id();
        lineCount = order.lines().size();
        lines.clear();
        order.lines().forEach(line -> lines.add(new PurchaseOrderLine(line)));
    }

    /** Links it to the cart it came from, with what differs between the two. */
    public void comesFrom(UUID parkedCart, List<CartDifference> differences) {
        cart = parkedCart;
        cartDifferences = differences.isEmpty() ? null : Json.write(differences);
    }

    /** Notes the references of carts that it may come from: they fit alike, so nothing was taken over from any. */
    void mayComeFrom(List<String> carts) {
        cartDifferences = Json.write(List.of(new CartDifference(number, "several", String.join(", ", carts), null)));
    }

    /** Notes the cart that it may come from, changed on its way, and what differs; nothing was taken over from it. */
    void resembles(String reference, List<CartDifference> differences) {
        List<CartDifference> noted = new ArrayList<>();
        noted.add(new CartDifference(number, "similar", reference, null));
        noted.addAll(differences);
        cartDifferences = Json.write(noted);
    }

    /** A person has to decide; {@code why} says about what. */
    public void hold(String why, Instant at) {
        require(Status.RECEIVED, "hold");
        status = Status.HELD;
        heldFor = why;
        changedAt = at;
    }

    /**
     * Takes the answer to every line, in the order of the lines, and the net total.
     *
     * @throws IllegalOrderStateException when the order was answered before
     */
    public void answer(List<LineDecision> decisions, BigDecimal netTotal, Instant at) {
        if (status != Status.RECEIVED && status != Status.HELD) {
            throw new IllegalOrderStateException(number(), status, "answer");
        }
        for (int i = 0; i < decisions.size(); i++) {
            lines.get(i).answer(decisions.get(i));
        }
        status = summed(decisions.stream().map(LineDecision::status).toList());
        net = netTotal;
        heldFor = null;
        changedAt = at;
    }

    /**
     * Takes what the buyer made of the order, to be answered anew.
     *
     * @param itsRevision of the change, counted from 1
     * @throws IllegalOrderStateException when the order is closed
     */
    void restate(Order order, Occasion asked, int itsRevision, Instant at) {
        revise(asked, itsRevision, "change", at);
        state(order);
        net = BigDecimal.ZERO;
        status = Status.RECEIVED;
    }

    /** As {@link #restate}: nothing is wanted any more. */
    void cancel(Occasion asked, int itsRevision, Instant at) {
        revise(asked, itsRevision, "cancel", at);
        status = Status.CANCELLED;
    }

    private void revise(Occasion asked, int itsRevision, String step, Instant at) {
        if (isClosed()) {
            throw new IllegalOrderStateException(number(), status, step);
        }
        revision = itsRevision;
        occasion = Json.write(asked);
        heldFor = null;
        changedAt = at;
    }

    /** An answered order waits for a person, because the buyer wants to change it or take it back. */
    void reconsider(Occasion.Kind asked, Instant at) {
        status = Status.HELD;
        heldFor = asked.name();
        changedAt = at;
    }

    /** Stands as it did before it was reconsidered. */
    void standBy(Status before, Instant at) {
        require(Status.HELD, "keep");
        status = before;
        heldFor = null;
        changedAt = at;
    }

    /**
     * Goods left.
     *
     * @param quantities by line number, more than zero each
     * @throws IllegalOrderStateException when the order is not confirmed, or nothing of it is left
     * @throws InvalidDespatchException when a line is not one of the order, or more would leave than was confirmed
     */
    void despatch(Map<String, BigDecimal> quantities, Instant at) {
        if (!mayLeave()) {
            throw new IllegalOrderStateException(number(), status, "despatch");
        }
        List<Problem> against = againstDespatch(quantities);
        if (!against.isEmpty()) {
            throw new InvalidDespatchException(
                    against.stream().map(Problem::message).toList());
        }
        quantities.forEach(
                (line, quantity) -> lines.stream().filter(l -> l.isLine(line)).forEach(l -> l.despatch(quantity)));
        boolean all = lines.stream().allMatch(l -> l.outstanding().signum() <= 0);
        if (status != Status.INVOICED) { // some are charged before they leave
            status = all ? Status.DESPATCHED : Status.PARTLY_DESPATCHED;
        }
        despatches++;
        changedAt = at;
    }

    /** Whether goods of it may leave: it was confirmed, and something of it is left. */
    boolean mayLeave() {
        return status == Status.CONFIRMED
                || status == Status.CONFIRMED_WITH_CHANGES
                || status == Status.PARTLY_DESPATCHED
                || status == Status.INVOICED; // some are charged before they leave
    }

    /** Why these quantities cannot leave. @param quantities as in {@link #despatch} */
    List<Problem> againstDespatch(Map<String, BigDecimal> quantities) {
        List<Problem> against = new ArrayList<>();
        Map<String, BigDecimal> outstanding = outstanding();
        quantities.forEach((line, quantity) -> {
            BigDecimal left = outstanding.get(line);
            if (left == null) {
                against.add(new Problem("LINE_UNKNOWN", "line " + line, "The order has no line " + line + "."));
            } else if (quantity.compareTo(left) > 0) {
                String rest = left.stripTrailingZeros().toPlainString();
                against.add(new Problem(
                        "QUANTITY_EXCEEDS_ORDER",
                        "line " + line,
                        "Of line " + line + " only " + rest + " are left to despatch."));
            }
        });
        return against;
    }

    /** Whether it was answered and something of it was sold. */
    boolean isSold() {
        return switch (status) {
            case CONFIRMED, CONFIRMED_WITH_CHANGES, PARTLY_DESPATCHED, DESPATCHED, INVOICED -> true;
            case RECEIVED, HELD, REJECTED, CANCELLED -> false;
        };
    }

    /** All of it was charged; {@code charged} is by the buyer's line number. */
    void invoice(Map<String, BigDecimal> charged, Instant at) {
        boolean all = isSold()
                && lines.stream()
                        .allMatch(l -> l.sold().compareTo(charged.getOrDefault(l.number(), BigDecimal.ZERO)) <= 0);
        if (all && status != Status.INVOICED) {
            status = Status.INVOICED;
            changedAt = at;
        }
    }

    /** What was sold and has not left, by line number. */
    Map<String, BigDecimal> outstanding() {
        return lines.stream().collect(Collectors.toMap(PurchaseOrderLine::number, PurchaseOrderLine::outstanding));
    }

    /** The last change that was applied; 0 without one. */
    int revision() {
        return revision;
    }

    int despatches() {
        return despatches;
    }

    /** Too late for any change. */
    boolean isClosed() {
        return switch (status) {
            case RECEIVED, HELD, CONFIRMED, CONFIRMED_WITH_CHANGES -> false;
            case REJECTED, PARTLY_DESPATCHED, DESPATCHED, INVOICED, CANCELLED -> true;
        };
    }

    /** The answer to the order as it is now: after a change, the answer to that, numbered after it. */
    OrderResponse answered(OrderResponse response) {
        return revision == 0
                ? response
                : response.to(
                        Json.read(occasion, Occasion.class),
                        new DocumentNumber(response.number() + "-" + (revision + 1)));
    }

    /** How the lines stand now. */
    List<OrderLineState> lineStates() {
        return lines.stream().map(PurchaseOrderLine::state).toList();
    }

    private static Status summed(List<LineStatus> answers) {
        if (answers.stream().allMatch(LineStatus.REJECTED::equals)) {
            return Status.REJECTED;
        }
        return answers.stream().allMatch(LineStatus.ACCEPTED::equals)
                ? Status.CONFIRMED
                : Status.CONFIRMED_WITH_CHANGES;
    }

    private void require(Status expected, String step) {
        if (status != expected) {
            throw new IllegalOrderStateException(number(), status, step);
        }
    }

    public UUID id() {
        return id;
    }

    public PartyId customer() {
        return new PartyId(customer);
    }

    /** The buyer's number. */
    public DocumentNumber number() {
        return new DocumentNumber(number);
    }

    public Status status() {
        return status;
    }

    /** The archived document it came as. */
    public UUID document() {
        return document;
    }

    boolean isTest() {
        return test;
    }

    BigDecimal net() {
        return net;
    }

    Optional<String> heldFor() {
        return Optional.ofNullable(heldFor);
    }

    /** The parked cart it came from. */
    Optional<UUID> cart() {
        return Optional.ofNullable(cart);
    }

    boolean says(byte[] otherDigest) {
        return Arrays.equals(digest, otherDigest);
    }
}
