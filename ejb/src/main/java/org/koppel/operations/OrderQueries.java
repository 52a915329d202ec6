package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.Order;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.order.CartDifference;
import org.koppel.order.OrderLineState;
import org.koppel.order.TakenOver;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** Finds purchase orders. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class OrderQueries {
    /** States a list can be narrowed to. */
    public static final List<String> STATUSES = List.of(
            "RECEIVED",
            "HELD",
            "CONFIRMED",
            "CONFIRMED_WITH_CHANGES",
            "REJECTED",
            "PARTLY_DESPATCHED",
            "DESPATCHED",
            "INVOICED",
            "CANCELLED");

    private static final String COLUMNS = "o.id, o.number, o.customer, o.status, o.currency, o.net, o.line_count,"
            + " o.site, o.test, o.issued_at, o.received_at, o.changed_at, o.held_for";

    @PersistenceContext
    EntityManager em;

    @Inject
    MessageQueries messages;

    @Inject
    DocumentQueries documents;

    @Inject
    DeliveryQueries deliveries;

    @Inject
    TakenOver takenOver;

    /**
     * {@code text} is the beginning of the buyer's order number, in any case.
     *
     * @throws InvalidFilterException for a status, cursor or limit that means nothing
     */
    public Page<OrderRow> list(ListFilter filter) {
        return page(
                select(filter).and("lower(o.number) like :prefix", "prefix", Filters.prefix(filter.text())), filter);
    }

    /** As {@link #list}, but {@code number} is the whole order number. */
    public Page<OrderRow> byNumber(String number, ListFilter filter) {
        return page(select(filter).and("o.number = :number", "number", Filters.blankToNull(number)), filter);
    }

    private static Select select(ListFilter filter) {
        return new Select("select " + COLUMNS + " from purchase_order o where true")
                .and("o.customer = :customer", "customer", filter.tenant())
                .and("o.status in (:statuses)", "statuses", Filters.statuses(filter.status(), STATUSES))
                .and("o.received_at >= :from", "from", filter.from())
                .and("o.received_at < :to", "to", filter.to());
    }

    private Page<OrderRow> page(Select select, ListFilter filter) {
        List<OrderRow> rows = select.page("o.received_at", "o.id", Cursor.parse(filter.after()), filter.most())
                .rows(em, OrderQueries::row);
        return Page.of(rows, filter.most(), o -> new Cursor(o.receivedAt(), o.id()));
    }

    /** @param tenant whose it must be; empty: anybody's */
    public Optional<OrderDetail> byId(UUID id, Optional<PartyId> tenant) {
        return new Select("select " + COLUMNS + ", o.document, o.cart, o.cart_differences, coalesce((select r.content"
                        + " from purchase_order_revision r where r.purchase_order = o.id and"
                        + " r.content is not null and r.status in ('APPLIED', 'PENDING') order"
                        + " by r.number desc limit 1), d.content), d.message from purchase_order"
                        + " o join document d on d.id = o.document where o.id = :id")
                        .with("id", id)
                        .and(
                                "o.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, r -> detail(r, tenant))
                        .stream()
                        .findFirst();
    }

    /** What the supplier's own systems say to each other is not the customer's. */
    private OrderDetail detail(Row r, Optional<PartyId> tenant) {
        OrderRow row = row(r);
        UUID document = r.uuid();
        UUID cart = r.uuid();
        List<CartDifference> differences = JsonLists.read(r.text(), CartDifference[].class);
        Order asWanted = Json.read(r.text(), Order.class);
        TakenOver.Shown shown = takenOver.of(asWanted, new PartyId(row.customer()), cart);
        return new OrderDetail(
                row,
                document,
                cart,
                differences,
                shown.order(),
                shown.fromCart(),
                messages.row(r.uuid()).orElse(null),
                lines(row.id()),
                revisions(row.id()),
                documents.ofOrder(row.id(), tenant),
                deliveries.ofOrder(row.id(), tenant),
                deliveries.attemptsOfOrder(row.id(), tenant));
    }

    private List<OrderRevisionRow> revisions(UUID order) {
        return new Select("select r.number, r.kind, r.status, r.label, r.document, r.received_at, r.before_lines"
                        + " from purchase_order_revision r where r.purchase_order = :order")
                .with("order", order)
                .then("order by r.number")
                .rows(
                        em,
                        r -> new OrderRevisionRow(
                                r.number(),
                                r.text(),
                                r.text(),
                                r.text(),
                                r.uuid(),
                                r.instant(),
                                JsonLists.read(r.text(), OrderLineState[].class)));
    }

    private List<OrderLineRow> lines(UUID order) {
        return new Select("select l.number, l.article, l.description, l.quantity, l.unit, l.expected_price,"
                        + " l.agreed_price, l.status, l.confirmed, l.delivery_date, l.backordered, l.backorder_date,"
                        + " l.remarks, l.references_ from purchase_order_line l where l.purchase_order = :order")
                .with("order", order)
                .then("order by l.position")
                .rows(em, OrderQueries::line);
    }

    private static OrderLineRow line(Row r) {
        return new OrderLineRow(
                r.text(),
                r.text(),
                r.text(),
                r.decimal(),
                r.text(),
                r.decimal(),
                r.decimal(),
                r.text(),
                r.decimal(),
                r.date(),
                r.decimal(),
                r.date(),
                JsonLists.read(r.text(), Reason[].class),
                JsonLists.read(r.text(), Reference[].class));
    }

    private static OrderRow row(Row r) {
        return new OrderRow(
                r.uuid(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.decimal(),
                r.number(),
                r.text(),
                r.flag(),
                r.instant(),
                r.instant(),
                r.instant(),
                r.text());
    }
}
