package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * The supplier's answer to an order (UBL 2.1 OrderResponse, cXML ConfirmationRequest, EDIFACT ORDRSP). {@code order} is the
 * buyer's number; {@code status} sums up the lines; {@code language} (ISO 639-1) is the buyer's; {@code net}, {@code tax} and
 * {@code gross} are totals over confirmed and back-ordered quantities. {@code shipTo}, {@code invoicee}, {@code note}, {@code card} and
 * {@code orderMessageId} (the buyer's own id of the order message, cXML payloadID) may be null.
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
        Card card)
        implements Document {

    public OrderResponse {
        references = references == null ? List.of() : List.copyOf(references);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        lines = List.copyOf(lines);
        taxSubtotals = taxSubtotals == null ? List.of() : List.copyOf(taxSubtotals);
    }

    /** Without a card. */
    public OrderResponse(
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
            Money gross) {
        this(
                number,
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
                null);
    }
}
