package org.koppel.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery as lists show it: a document on its way to a customer over one channel. {@code order} (the purchase order of the
 * document), {@code cause} (why it waits or is parked) and {@code nextAttemptAt} (null when nothing more is planned) may be
 * null.
 */
public record DeliveryRow(
        UUID id,
        String customer,
        UUID document,
        String documentType,
        String documentNumber,
        UUID order,
        String transport,
        List<String> formats,
        String status,
        int attempts,
        Instant nextAttemptAt,
        String cause,
        Instant createdAt,
        Instant changedAt) {}
