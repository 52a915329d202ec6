package org.koppel.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A cart that went home. {@code status} is TRANSFERRED (it waits), ORDERED or EXPIRED; {@code until} is when it expires;
 * {@code buyer} (a person's name), {@code site} (an address id) and {@code order} (the first it became) may be null.
 */
public record CartRow(
        UUID id,
        String reference,
        String customer,
        String status,
        String buyer,
        String site,
        String currency,
        BigDecimal net,
        int lineCount,
        Instant transferredAt,
        Instant until,
        UUID order) {}
