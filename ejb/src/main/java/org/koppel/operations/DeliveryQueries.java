package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Shortening;
import org.koppel.shared.PartyId;

/** Finds deliveries, their attempts and the files that went out. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class DeliveryQueries {
    /** States a list can be narrowed to. */
    public static final List<String> STATUSES = List.of("PENDING", "IN_FLIGHT", "DELIVERED", "RETRY", "PARKED");

    private static final String FROM =
            " from delivery v join document d on d.id = v.document join channel c on c.id = v.channel where ";
    private static final String ROWS = "select v.id, v.customer, v.document, v.document_type, v.document_number,"
            + " d.purchase_order, c.transport, c.formats, v.status, v.attempts, case when v.status in ('PENDING', 'RETRY')"
            + " then v.next_attempt_at end, v.cause, v.created_at, v.changed_at"
            + FROM;
    private static final String ATTEMPTS =
            "select a.delivery, a.number, a.started_at, a.ended_at, a.outcome, a.code, a.detail from delivery_attempt"
                    + " a ";

    /** From so many characters on few numbers begin with a text: they are looked up. Of shorter ones the newest are found by walking. */
    private static final int SELDOM = 4;

    private static final String WITH_TEXT = "(lower(v.document_number) like :prefix or v.id = :uuid"
            + " or d.purchase_order in (select o.id from purchase_order o where o.number = :text))";
    private static final String LOOKED_UP = "v.id in (select x.id from delivery x where lower(x.document_number) like"
            + " :prefix or x.id = :uuid union select x.id from purchase_order o join document y on y.purchase_order = o.id"
            + " join delivery x on x.document = y.id where o.number = :text)";

    @PersistenceContext
    EntityManager em;

    /**
     * {@code text} is the beginning of the document's number, the id of the delivery, or the buyer's whole order number.
     *
     * @throws InvalidFilterException for a status, cursor or limit that means nothing
     */
    public Page<DeliveryRow> list(ListFilter filter) {
        Select select = narrowed(new Select(ROWS + "true"), filter);
        List<DeliveryRow> rows = select.page("v.created_at", "v.id", Cursor.parse(filter.after()), filter.most())
                .rows(em, DeliveryQueries::row);
        return Page.of(rows, filter.most(), v -> new Cursor(v.createdAt(), v.id()));
    }

    /**
     * Ids of what is sent again for the deliveries the filter finds, whatever its page, oldest first; at most so many. What went along
     * with another one that has not arrived is sent with that one, once.
     */
    public List<UUID> ids(ListFilter filter, int most) {
        return narrowed(
                        new Select("select coalesce((select l.id from delivery l where l.id = v.bundle"
                                + " and l.status <> 'DELIVERED'), v.id)" + FROM + "true"),
                        filter)
                .then("group by 1 order by min(v.created_at), 1 limit :most")
                .with("most", most)
                .rows(em, Row::uuid);
    }

    private static Select narrowed(Select select, ListFilter filter) {
        select.and("v.customer = :customer", "customer", filter.tenant())
                .and("v.status in (:statuses)", "statuses", Filters.statuses(filter.status(), STATUSES))
                .and("v.created_at >= :from", "from", filter.from())
                .and("v.created_at < :to", "to", filter.to());
        if (filter.text() != null) {
            select.and(filter.text().length() < SELDOM ? WITH_TEXT : LOOKED_UP)
                    .with("prefix", Filters.prefix(filter.text()))
                    .with(
                            "uuid",
                            Optional.ofNullable(Filters.uuid(filter.text())).orElse(new UUID(0, 0)))
                    .with("text", filter.text());
        }
        return select;
    }

    /** Deliveries of one document, oldest first. */
    public List<DeliveryRow> ofDocument(UUID document) {
        return new Select(ROWS + "v.document = :document")
                .with("document", document)
                .then("order by v.created_at, v.id")
                .rows(em, DeliveryQueries::row);
    }

    List<DeliveryRow> ofOrder(UUID order, Optional<PartyId> tenant) {
        return new Select(ROWS + "d.purchase_order = :order")
                .with("order", order)
                .and(
                        "d.customer = :tenant",
                        "tenant",
                        tenant.map(PartyId::value).orElse(null))
                .then("order by v.created_at, v.id")
                .rows(em, DeliveryQueries::row);
    }

    List<AttemptRow> attemptsOfOrder(UUID order, Optional<PartyId> tenant) {
        return new Select(ATTEMPTS + "join delivery v on v.id = a.delivery join document d on d.id = v.document"
                        + " where d.purchase_order = :order")
                .with("order", order)
                .and(
                        "d.customer = :tenant",
                        "tenant",
                        tenant.map(PartyId::value).orElse(null))
                .then("order by a.started_at, a.number")
                .rows(em, DeliveryQueries::attempt);
    }

    /** @param tenant whose it must be; empty: anybody's */
    public Optional<DeliveryDetail> byId(UUID id, Optional<PartyId> tenant) {
        return new Select(ROWS + "v.id = :id")
                        .with("id", id)
                        .and(
                                "v.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, DeliveryQueries::row)
                        .stream()
                        .findFirst()
                        .map(row -> new DeliveryDetail(row, attempts(id), parts(id), shortened(id), receipts(id)));
    }

    /** One file of a delivery, by its position from {@link PartRow}. */
    public Optional<Content> part(UUID delivery, int position, Optional<PartyId> tenant) {
        return new Select("select p.media_type, p.file_name, p.content from delivery_part p join delivery v on v.id ="
                        + " p.delivery where p.delivery = :delivery and p.position = :position")
                        .with("delivery", delivery)
                        .with("position", position)
                        .and(
                                "v.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, r -> new Content(r.text(), r.text(), r.bytes()))
                        .stream()
                        .findFirst();
    }

    private List<AttemptRow> attempts(UUID delivery) {
        return new Select(ATTEMPTS + "where a.delivery = :delivery")
                .with("delivery", delivery)
                .then("order by a.number")
                .rows(em, DeliveryQueries::attempt);
    }

    private List<ReceiptRow> receipts(UUID delivery) {
        return new Select("select r.document, r.kind, r.accepted, r.detail, r.received_at from delivery_receipt r"
                        + " where r.delivery = :delivery")
                .with("delivery", delivery)
                .then("order by r.received_at")
                .rows(em, r -> new ReceiptRow(r.uuid(), r.text(), r.flag(), r.text(), r.instant()));
    }

    private List<PartRow> parts(UUID delivery) {
        return new Select("select p.position, p.format, p.media_type, p.file_name, length(p.content)"
                        + " from delivery_part p where p.delivery = :delivery")
                .with("delivery", delivery)
                .then("order by p.position")
                .rows(em, r -> new PartRow(r.number(), r.text(), r.text(), r.text(), r.big()));
    }

    private List<Shortening> shortened(UUID delivery) {
        return new Select("select v.shortened from delivery v where v.id = :delivery")
                .with("delivery", delivery).rows(em, r -> JsonLists.read(r.text(), Shortening[].class)).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private static DeliveryRow row(Row r) {
        return new DeliveryRow(
                r.uuid(),
                r.text(),
                r.uuid(),
                r.text(),
                r.text(),
                r.uuid(),
                r.text(),
                Arrays.stream(r.text().split(",")).map(String::strip).toList(),
                r.text(),
                r.number(),
                r.instant(),
                r.text(),
                r.instant(),
                r.instant());
    }

    private static AttemptRow attempt(Row r) {
        return new AttemptRow(r.uuid(), r.number(), r.instant(), r.instant(), r.text(), r.text(), r.text());
    }
}
