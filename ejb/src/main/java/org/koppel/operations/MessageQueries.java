package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Problem;
import org.koppel.codec.SentSecrets;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** Finds messages that came in. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class MessageQueries {
    /** States a list can be narrowed to; {@code ATTENTION} is every message that waits for a person, itself or a document of it. */
    public static final List<String> STATUSES = List.of(
            "RECEIVED",
            "SPLIT",
            "PROCESSED",
            "PARTLY_PROCESSED",
            "REJECTED",
            "CONFLICT",
            "FAILED",
            "HELD",
            "ATTENTION");

    private static final String COLUMNS = "m.id, m.received_at, m.channel, m.customer, m.reference, m.kind, m.format,"
            + " m.content_type, m.size, m.test, m.status, m.changed_at";
    private static final String NEEDS_A_PERSON =
            "m.id in (select id from inbound_message where status in ('FAILED', 'CONFLICT', 'HELD')"
                    + " union select d.message from document d where d.status in ('FAILED', 'CONFLICT'))";

    @PersistenceContext
    EntityManager em;

    @Inject
    DocumentQueries documents;

    @Inject
    Secrets secrets;

    /**
     * {@code text} finds a message by its id, the sender's reference, or the exact number of a document in it.
     *
     * @throws InvalidFilterException for a status, cursor or limit that means nothing
     */
    public Page<MessageRow> list(ListFilter filter) {
        Cursor after = Cursor.parse(filter.after());
        List<String> statuses = Filters.statuses(filter.status(), STATUSES);
        Select select = new Select("select " + COLUMNS + " from inbound_message m where true")
                .and("m.customer = :customer", "customer", filter.tenant())
                .and("m.received_at >= :from", "from", filter.from())
                .and("m.received_at < :to", "to", filter.to());
        if (statuses != null && statuses.contains("ATTENTION")) {
            select.and(NEEDS_A_PERSON);
        } else {
            select.and("m.status in (:statuses)", "statuses", statuses);
        }
        if (filter.text() != null) {
            select.and("m.id in (select id from inbound_message where reference = :text or id = :uuid"
                            + " union select d.message from document d where d.number = :text)")
                    .with("text", filter.text())
                    .with(
                            "uuid",
                            Optional.ofNullable(Filters.uuid(filter.text())).orElse(new UUID(0, 0)));
        }
        List<MessageRow> rows =
                select.page("m.received_at", "m.id", after, filter.most()).rows(em, MessageQueries::row);
        return Page.of(rows, filter.most(), m -> new Cursor(m.receivedAt(), m.id()));
    }

    /** @param tenant whose it must be; empty: anybody's, also nobody's */
    public Optional<MessageDetail> byId(UUID id, Optional<PartyId> tenant) {
        return new Select("select " + COLUMNS + ", m.remote, m.sha256, m.conflict_with, m.attempts, m.cause, m.problems"
                        + " from inbound_message m where m.id = :id")
                        .with("id", id)
                        .and(
                                "m.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, this::detail)
                        .stream()
                        .findFirst();
    }

    /** The bytes as they came but for secrets (of a too large message its head). */
    public Optional<Content> content(UUID id, Optional<PartyId> tenant) {
        return new Select("select m.content_type, m.content from inbound_message m where m.id = :id")
                        .with("id", id)
                        .and(
                                "m.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, r -> new Content(r.text(), "message-" + id, r.bytes()))
                        .stream()
                        .findFirst();
    }

    /** The bytes as they came, secrets too, for systems that asked for them (of a too large message its head). */
    public Optional<Content> original(UUID id, Optional<PartyId> tenant) {
        return new Select("select m.content_type, m.content, m.secrets from inbound_message m where m.id = :id")
                        .with("id", id)
                        .and(
                                "m.customer = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, r -> new Content(r.text(), "message-" + id, original(r.bytes(), r.bytes())))
                        .stream()
                        .findFirst();
    }

    private byte[] original(byte[] content, byte[] sealed) {
        return sealed == null ? content : SentSecrets.restored(content, secrets.decrypt(sealed));
    }

    /** As lists show it; for whoever may see what it belongs to. */
    Optional<MessageRow> row(UUID id) {
        return new Select("select " + COLUMNS + " from inbound_message m where m.id = :id")
                .with("id", id).rows(em, MessageQueries::row).stream().findFirst();
    }

    private static MessageRow row(Row r) {
        return new MessageRow(
                r.uuid(),
                r.instant(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.big(),
                r.flag(),
                r.text(),
                r.instant());
    }

    private MessageDetail detail(Row r) {
        MessageRow row = row(r);
        return new MessageDetail(
                row,
                r.text(),
                HexFormat.of().formatHex(r.bytes()),
                r.uuid(),
                r.number(),
                r.text(),
                JsonLists.read(r.text(), Problem[].class),
                documents.ofMessage(row.id()));
    }
}
