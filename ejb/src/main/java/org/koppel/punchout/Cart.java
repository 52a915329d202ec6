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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.koppel.platform.Secrets;
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

    private String site;

    /** Whose budget it counts against; where the goods go may be another one. */
    @Column(name = "budget_site")
    private String budgetSite;

    private String buyer;

    @Column(name = "buyer_name")
    private String buyerName;

    @Column(name = "wished_site")
    private String wishedSite;

    @Column(name = "cost_centre")
    private String costCentre;

    @Column(name = "card_text")
    private String cardText;

    private BigDecimal net;

    @Column(name = "transferred_at")
    private Instant transferredAt;

    @Column(name = "parked_until")
    private Instant parkedUntil;

    @Column(name = "at_once")
    private boolean atOnce;

    /** The same for all carts of the same articles; null until it goes home, and where the buyer's system never gets it. */
    private String content;

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

    /** The other article takes the line's place and what was said of it; where it has a line already, that one stays. */
    void replace(String article, String other, BigDecimal quantity, Instant at) {
        requireOpen("change");
        if (line(other).isPresent()) {
            remove(article, at);
        } else {
            line(article).ifPresent(l -> l.becomes(other));
        }
        put(other, quantity, at);
    }

    void remove(String article, Instant at) {
        requireOpen("change");
        lines.removeIf(l -> l.article().equals(article));
        changedAt = at;
    }

    OrderWishes wishes() {
        return new OrderWishes(wishedSite, costCentre, cardText);
    }

    /** What the buyer says to the whole and, by article, to its lines; lines that are not named keep what was said. */
    void wish(OrderWishes whole, Map<String, LineWishes> byArticle, Instant at) {
        requireOpen("change");
        wishedSite = whole.site();
        costCentre = whole.costCentre();
        cardText = whole.cardText();
        lines.stream().filter(l -> byArticle.containsKey(l.article())).forEach(l -> l.wish(byArticle.get(l.article())));
        changedAt = at;
    }

    /**
     * For whom a cart is parked, for which site (may be null), what it comes to, and until when it waits. {@code goesHome} is whether the
     * buyer's system gets it, which may turn it into an order.
     */
    record Parking(Shopper shopper, String site, BigDecimal net, Instant until, boolean atOnce, boolean goesHome) {}

    /** One text for all carts of these articles, in whatever order. */
    static String contentOf(Collection<String> articles) {
        return HexFormat.of().formatHex(Secrets.sha256(String.join("\n", new TreeSet<>(articles))));
    }

    /** Freezes every line as it goes home. @param items one per line, in the same order */
    void transfer(List<CartItem> items, Parking parking, Instant at) {
        requireOpen("transfer");
        site = parking.site();
        budgetSite = parking.shopper().budgetSite(parking.site());
        buyer = parking.shopper().login();
        buyerName = parking.shopper().name();
        net = parking.net();
        transferredAt = at;
        parkedUntil = parking.until();
        atOnce = parking.atOnce();
        content = parking.goesHome() && !lines.isEmpty()
                ? contentOf(lines.stream().map(CartLine::article).toList())
                : null;
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

    /** Nobody ordered it in time. */
    void expire(Instant at) {
        if (status != Status.TRANSFERRED) {
            throw new IllegalCartStateException(reference, status.name(), "expire");
        }
        status = Status.EXPIRED;
        changedAt = at;
    }

    /**
     * A buyer's system may split a cart into several orders: the first one is kept. An order that comes after the cart expired
     * still counts.
     */
    void ordered(UUID by, Instant at) {
        if (transferredAt == null) {
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

    UUID visit() {
        return visit;
    }

    boolean atOnce() {
        return atOnce;
    }

    /** Null until it goes home. */
    Instant transferredAt() {
        return transferredAt;
    }

    PartyId customer() {
        return new PartyId(customer);
    }

    List<CartLine> lines() {
        return List.copyOf(lines);
    }

    /** Only of a cart that went home. */
    TransferredCart transferred() {
        return new TransferredCart(
                parked(),
                customer(),
                transferredAt,
                parkedUntil,
                CartItem.withSurcharges(lines.stream().map(CartLine::frozen).toList()));
    }

    ParkedCart parked() {
        List<ParkedCart.Line> parked = new ArrayList<>();
        for (CartLine line : lines) {
            parked.add(line.parked(parked.size() + 1));
        }
        ParkedCart.Data data = new ParkedCart.Data(
                site, buyer, buyerName, cardText, status == Status.EXPIRED ? parkedUntil : null, atOnce, order);
        return new ParkedCart(id, reference, parked, data);
    }
}
