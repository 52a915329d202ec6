package org.koppel.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.Problem;
import org.koppel.codec.Shortening;
import org.koppel.document.Address;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.operations.AttemptRow;
import org.koppel.operations.DeliveryDetail;
import org.koppel.operations.DeliveryRow;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.MessageDetail;
import org.koppel.operations.MessageRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderLineRow;
import org.koppel.operations.OrderRevisionRow;
import org.koppel.operations.OrderRow;
import org.koppel.operations.PartRow;
import org.koppel.operations.ReceiptRow;
import org.koppel.order.CartDifference;

/** What the API shows of the rows; addresses in {@code links} are paths on this server. */
public final class Views {
    private static final String V1 = "/api/v1/";

    private Views() {}

    /** A message as lists show it; {@code reference} is the sender's own id of it. */
    public record MessageView(
            UUID id,
            String status,
            String customer,
            String channel,
            String reference,
            String kind,
            String format,
            String contentType,
            long size,
            boolean test,
            Instant receivedAt,
            Map<String, String> links) {

        static MessageView of(MessageRow m) {
            return new MessageView(
                    m.id(),
                    m.status(),
                    m.customer(),
                    m.channel(),
                    m.reference(),
                    m.kind(),
                    m.format(),
                    m.contentType(),
                    m.size(),
                    m.test(),
                    m.receivedAt(),
                    messageLinks(m.id()));
        }
    }

    static Map<String, String> messageLinks(UUID id) {
        String self = V1 + "messages/" + id;
        return Map.of("self", self, "content", self + "/content");
    }

    /** A message with what is wrong with it and the documents read from it; {@code sha256} of its content in hex. */
    public record MessageDetailView(
            UUID id,
            String status,
            String customer,
            String channel,
            String reference,
            String kind,
            String format,
            String contentType,
            long size,
            boolean test,
            Instant receivedAt,
            Instant changedAt,
            String sha256,
            UUID conflictWith,
            List<Problem> problems,
            List<DocumentView> documents,
            Map<String, String> links) {

        static MessageDetailView of(MessageDetail d) {
            MessageRow m = d.row();
            return new MessageDetailView(
                    m.id(),
                    m.status(),
                    m.customer(),
                    m.channel(),
                    m.reference(),
                    m.kind(),
                    m.format(),
                    m.contentType(),
                    m.size(),
                    m.test(),
                    m.receivedAt(),
                    m.changedAt(),
                    d.sha256(),
                    d.conflictWith(),
                    d.problems(),
                    d.documents().stream().map(DocumentView::of).toList(),
                    messageLinks(m.id()));
        }
    }

    /** A document that came in ({@code direction} IN) or went out (OUT); {@code order} is the id of the purchase order. */
    public record DocumentView(
            UUID id,
            String type,
            String number,
            String direction,
            String customer,
            UUID order,
            UUID message,
            String status,
            List<Problem> problems,
            Instant createdAt,
            Map<String, String> links) {

        static DocumentView of(DocumentRow d) {
            String self = V1 + "documents/" + d.id();
            return new DocumentView(
                    d.id(),
                    d.type(),
                    d.number(),
                    d.direction(),
                    d.customer(),
                    d.order(),
                    d.message(),
                    d.status(),
                    d.problems(),
                    d.createdAt(),
                    Map.of("self", self, "content", self + "/content"));
        }
    }

    /** An order as lists show it; {@code number} is the buyer's, {@code net} without VAT. */
    public record OrderView(
            UUID id,
            String number,
            String customer,
            String status,
            String currency,
            BigDecimal net,
            int lineCount,
            String site,
            boolean test,
            Instant issuedAt,
            Instant receivedAt,
            Instant changedAt,
            Map<String, String> links) {

        static OrderView of(OrderRow o) {
            return new OrderView(
                    o.id(),
                    o.number(),
                    o.customer(),
                    o.status(),
                    o.currency(),
                    o.net(),
                    o.lineCount(),
                    o.site(),
                    o.test(),
                    o.issuedAt(),
                    o.receivedAt(),
                    o.changedAt(),
                    orderLinks(o.id()));
        }
    }

    private static Map<String, String> orderLinks(UUID id) {
        String self = V1 + "orders/" + id;
        return Map.of("self", self, "documents", self + "/documents");
    }

    /**
     * An order with its lines, the buyer's references, and everything that belongs to it; {@code fromCart} names what its cart gave
     * ({@code buyer}, {@code shipTo}, {@code cardText}), because the order itself did not say it.
     */
    public record OrderDetailView(
            UUID id,
            String number,
            String customer,
            String status,
            String heldFor,
            String currency,
            BigDecimal net,
            String site,
            boolean test,
            OffsetDateTime issuedAt,
            Instant receivedAt,
            Instant changedAt,
            Party buyer,
            Party invoicee,
            Address shipTo,
            LocalDate requestedDelivery,
            String note,
            String cardText,
            List<String> fromCart,
            List<Reference> references,
            List<OrderLineRow> lines,
            List<OrderRevisionRow> revisions,
            UUID cart,
            List<CartDifference> cartDifferences,
            UUID message,
            UUID document,
            List<DocumentView> documents,
            Map<String, String> links) {

        static OrderDetailView of(OrderDetail d) {
            OrderRow o = d.row();
            return new OrderDetailView(
                    o.id(),
                    o.number(),
                    o.customer(),
                    o.status(),
                    o.heldFor(),
                    o.currency(),
                    o.net(),
                    o.site(),
                    o.test(),
                    d.content().issuedAt(),
                    o.receivedAt(),
                    o.changedAt(),
                    d.content().buyer(),
                    d.content().invoicee(),
                    d.content().shipTo(),
                    d.content().requestedDelivery(),
                    d.content().note(),
                    d.content().card() == null ? null : d.content().card().text(),
                    d.fromCart().stream()
                            .map(part -> part.equals("card") ? "cardText" : part)
                            .toList(),
                    d.content().references(),
                    d.lines(),
                    d.revisions(),
                    d.cart(),
                    d.cartDifferences(),
                    d.message() == null ? null : d.message().id(),
                    d.document(),
                    d.documents().stream().map(DocumentView::of).toList(),
                    orderLinks(o.id()));
        }
    }

    /** A delivery with its attempts, the files that went out, what was shortened in them, and what the partner said afterwards. */
    public record DeliveryDetailView(
            DeliveryRow delivery,
            List<AttemptRow> attempts,
            List<PartRow> parts,
            List<Shortening> shortened,
            List<ReceiptRow> receipts,
            Map<String, String> links) {

        static DeliveryDetailView of(DeliveryDetail d) {
            String self = V1 + "deliveries/" + d.row().id();
            return new DeliveryDetailView(
                    d.row(),
                    d.attempts(),
                    d.parts(),
                    d.shortened(),
                    d.receipts(),
                    Map.of("self", self, "resend", self + "/resend"));
        }
    }
}
