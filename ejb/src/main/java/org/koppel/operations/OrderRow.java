package org.koppel.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A purchase order as lists show it. {@code number} is the buyer's; {@code net} the total without VAT in {@code currency} (ISO
 * 4217); {@code site} the buyer's code of the delivery place and {@code heldFor} why a person is needed, both may be null.
 */
public record OrderRow(
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
        String heldFor) {}
