package org.koppel.operations;

import java.util.List;
import java.util.UUID;
import org.koppel.document.Invoice;

/**
 * An invoice with everything about it: {@code content} as its customer gets it, {@code message} what the back office sent (may be
 * null), the orders it charges and its deliveries.
 */
public record InvoiceDetail(
        InvoiceRow row, Invoice content, UUID message, List<Charged> orders, List<DeliveryRow> deliveries) {

    /** An order of which something is charged, by our id and the buyer's number. */
    public record Charged(UUID id, String number) {}
}
