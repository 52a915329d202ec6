package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * The supplier's answer to an order (UBL 2.1 OrderResponse, cXML ConfirmationRequest, EDIFACT ORDRSP). {@code order} is the
 * buyer's number; {@code status} sums up the lines; {@code language} (ISO 639-1) is the buyer's; {@code net}, {@code tax} and
 * {@code gross} are totals over confirmed and back-ordered quantities. {@code shipTo}, {@code invoicee}, {@code note}, {@code card} and
 * {@code orderMessageId} (the buyer's own id of the order message, cXML payloadID) may be null. {@code occasion} says which change
 * or cancellation it answers; null in the answer to a new order. A refused one that leaves the order as it was has no lines.
 */
public record OrderResponse(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        DocumentNumber order,
        OffsetDateTime orderIssuedAt,
        String orderMessageId,
        LineStatus status,
        String currency,
        String language,
        boolean test,
        Party seller,
        Party buyer,
        Party invoicee,
        Address shipTo,
        String note,
        List<Reference> references,
        List<Reason> reasons,
        List<OrderResponseLine> lines,
        List<TaxSubtotal> taxSubtotals,
        Money net,
        Money tax,
        Money gross,
        Card card,
        Occasion occasion)
        implements Document {

    /**
     * The change or cancellation that is answered: the number it had itself, and the buyer's revision of the order (may be null).
     */
    public record Occasion(Kind kind, DocumentNumber number, String revision) {

        /** What the buyer asked for. */
        public enum Kind {
            CHANGE,
            CANCELLATION
        }
    }

    /** What a response without lines says of the order as a whole, in answer to a change or cancellation. */
    public enum Notice {
        /** The order was taken back as the buyer asked. */
        CANCELLED,
        /** The order stands as it did. */
        CHANGE_REFUSED,
        /** The order stands as it did. */
        CANCELLATION_REFUSED
    }

    public OrderResponse {
        references = references == null ? List.of() : List.copyOf(references);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        lines = List.copyOf(lines);
        taxSubtotals = taxSubtotals == null ? List.of() : List.copyOf(taxSubtotals);
    }

    /** Null unless it has no lines and answers a change or cancellation. */
    public Notice notice() {
        if (occasion == null || !lines.isEmpty()) {
            return null;
        }
        if (occasion.kind() == Occasion.Kind.CHANGE) {
            return Notice.CHANGE_REFUSED;
        }
        return status == LineStatus.REJECTED ? Notice.CANCELLATION_REFUSED : Notice.CANCELLED;
    }

    /**
     * What a back office decides about an order, and nothing that we know already but the {@code references} that it names.
     * {@code status} is null where the lines tell; {@code issuedAt}, {@code currency} and {@code buyer} may be null.
     */
    public static OrderResponse decided(
            DocumentNumber number,
            OffsetDateTime issuedAt,
            DocumentNumber order,
            LineStatus status,
            String currency,
            boolean test,
            Party buyer,
            List<Reference> references,
            List<Reason> reasons,
            List<OrderResponseLine> lines) {
        return new OrderResponse(
                number,
                issuedAt,
                order,
                null,
                null,
                status,
                currency,
                null,
                test,
                null,
                buyer,
                null,
                null,
                null,
                references,
                reasons,
                lines,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The same as answer to a change or cancellation, under a number of its own. */
    public OrderResponse to(Occasion asked, DocumentNumber itsNumber) {
        return new OrderResponse(
                itsNumber,
                issuedAt,
                order,
                orderIssuedAt,
                orderMessageId,
                status,
                currency,
                language,
                test,
                seller,
                buyer,
                invoicee,
                shipTo,
                note,
                references,
                reasons,
                lines,
                taxSubtotals,
                net,
                tax,
                gross,
                card,
                asked);
    }
}
