package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.Invoice;
import org.koppel.operations.InvoiceDetail.Charged;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** Finds invoices and credit notes. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class InvoiceQueries {
    /** Kinds that a list can be narrowed to. */
    public static final List<String> KINDS = List.of("INVOICE", "CREDIT_NOTE");

    private static final String COLUMNS = "i.id, i.number, i.kind, i.customer, i.document, i.received, i.issued_on,"
            + " i.due_on, i.currency, i.net, i.tax, i.payable, i.test, i.taken_at";

    @PersistenceContext
    EntityManager em;

    @Inject
    DeliveryQueries deliveries;

    /**
     * {@code text} is the beginning of the invoice's number, in any case, or the buyer's whole order number; {@code status} is a kind.
     *
     * @throws InvalidFilterException for a kind, cursor or limit that means nothing
     */
    public Page<InvoiceRow> list(ListFilter filter) {
        Select select = new Select("select " + COLUMNS + " from invoice i where true")
                .and("i.customer = :customer", "customer", filter.tenant())
                .and("i.kind in (:kinds)", "kinds", Filters.statuses(filter.status(), KINDS))
                .and("i.taken_at >= :from", "from", filter.from())
                .and("i.taken_at < :to", "to", filter.to());
        if (filter.text() != null) {
            select.and("(lower(i.number) like :prefix or i.id in (select l.invoice from invoice_line l"
                            + " join purchase_order o on o.id = l.purchase_order where o.number = :text))")
                    .with("prefix", Filters.prefix(filter.text()))
                    .with("text", filter.text());
        }
        List<InvoiceRow> rows = select.page("i.taken_at", "i.id", Cursor.parse(filter.after()), filter.most())
                .rows(em, InvoiceQueries::row);
        return Page.of(rows, filter.most(), i -> new Cursor(i.takenAt(), i.id()));
    }

    /** @param tenant whose it must be; empty: anybody's */
    public Optional<InvoiceDetail> byId(UUID id, Optional<PartyId> tenant) {
        return new Select(
                        "select " + COLUMNS + ", d.content, (select r.message from document r where r.id = i.received)"
                                + " from invoice i join document d on d.id = i.document where i.id = :id")
                        .with("id", id)
                        .and(
                                "i.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, this::detail)
                        .stream()
                        .findFirst();
    }

    private InvoiceDetail detail(Row r) {
        InvoiceRow row = row(r);
        return new InvoiceDetail(
                row,
                Json.read(r.text(), Invoice.class),
                r.uuid(),
                orders(row.id()),
                deliveries.ofDocument(row.document()));
    }

    private List<Charged> orders(UUID invoice) {
        return new Select("select o.id, o.number from purchase_order o where o.id in (select l.purchase_order"
                        + " from invoice_line l where l.invoice = :invoice)")
                .with("invoice", invoice)
                .then("order by o.number")
                .rows(em, r -> new Charged(r.uuid(), r.text()));
    }

    private static InvoiceRow row(Row r) {
        return new InvoiceRow(
                r.uuid(),
                r.text(),
                r.text(),
                r.text(),
                r.uuid(),
                r.uuid(),
                r.date(),
                r.date(),
                r.text(),
                r.decimal(),
                r.decimal(),
                r.decimal(),
                r.flag(),
                r.instant());
    }
}
