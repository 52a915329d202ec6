package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Problem;
import org.koppel.shared.PartyId;

/** Finds documents: by id, by message, by order. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class DocumentQueries {
    private static final String ROWS = "select d.id, d.direction, d.customer, d.type, d.number, d.message,"
            + " d.purchase_order, d.status, d.problems, d.attempts, d.cause, d.created_at from document d where ";

    @PersistenceContext
    EntityManager em;

    /** @param tenant whose it must be; empty: anybody's */
    public Optional<DocumentRow> byId(UUID id, Optional<PartyId> tenant) {
        return new Select(ROWS + "d.id = :id")
                        .with("id", id)
                        .and(
                                "d.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, DocumentQueries::row)
                        .stream()
                        .findFirst();
    }

    /** The document's record as JSON: the canonical form every format is written from. */
    public Optional<Content> canonical(UUID id, Optional<PartyId> tenant) {
        return new Select("select d.type, d.number, d.content from document d where d.id = :id")
                        .with("id", id)
                        .and(
                                "d.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, DocumentQueries::content)
                        .stream()
                        .findFirst();
    }

    /** What belongs to an order, oldest first. @param tenant whose it must be; empty: the back office's too */
    public List<DocumentRow> ofOrder(UUID order, Optional<PartyId> tenant) {
        return new Select(ROWS + "(d.purchase_order = :order or d.id in (select i.document from invoice i"
                        + " join invoice_line l on l.invoice = i.id where l.purchase_order = :order))")
                .with("order", order)
                .and(
                        "d.customer = :tenant",
                        "tenant",
                        tenant.map(PartyId::value).orElse(null))
                .then("order by d.created_at, d.id")
                .rows(em, DocumentQueries::row);
    }

    List<DocumentRow> ofMessage(UUID message) {
        return new Select(ROWS + "d.message = :message")
                .with("message", message)
                .then("order by d.position limit 1000")
                .rows(em, DocumentQueries::row);
    }

    private static DocumentRow row(Row r) {
        return new DocumentRow(
                r.uuid(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.uuid(),
                r.uuid(),
                r.text(),
                JsonLists.read(r.text(), Problem[].class),
                r.number(),
                r.text(),
                r.instant());
    }

    private static Content content(Row r) {
        String name = r.text() + "-" + r.text() + ".json";
        return new Content("application/json", name, r.text().getBytes(StandardCharsets.UTF_8));
    }
}
