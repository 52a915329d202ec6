package org.koppel.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * A buyer's order as it came in (UBL 2.1 Order, cXML OrderRequest, EDIFACT ORDERS). Always there: {@code number},
 * {@code issuedAt}, {@code currency} (ISO 4217), {@code lines} (at least one). {@code language} is ISO 639-1; {@code version}
 * the buyer's version of the order; {@code test} marks an order that must not be fulfilled; {@code card} goes along with the
 * goods. Everything else may be null or empty.
 */
public record Order(
        DocumentNumber number,
        String version,
        OffsetDateTime issuedAt,
        String currency,
        String language,
        boolean test,
        Party buyer,
        Party invoicee,
        Address shipTo,
        LocalDate requestedDelivery,
        String note,
        Money total,
        List<Reference> references,
        List<OrderLine> lines,
        Card card)
        implements Document {

    public Order {
        references = references == null ? List.of() : List.copyOf(references);
        lines = List.copyOf(lines);
    }

    /** Without a card. */
    public Order(
            DocumentNumber number,
            String version,
            OffsetDateTime issuedAt,
            String currency,
            String language,
            boolean test,
            Party buyer,
            Party invoicee,
            Address shipTo,
            LocalDate requestedDelivery,
            String note,
            Money total,
            List<Reference> references,
            List<OrderLine> lines) {
        this(
                number,
                version,
                issuedAt,
                currency,
                language,
                test,
                buyer,
                invoicee,
                shipTo,
                requestedDelivery,
                note,
                total,
                references,
                lines,
                null);
    }
}
