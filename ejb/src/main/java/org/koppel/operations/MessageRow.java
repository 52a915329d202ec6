package org.koppel.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that came in, as lists show it. {@code customer} is null when the sender did not prove who it is;
 * {@code reference} is the sender's own id; {@code size} in bytes. Reference, kind, format and content type may be null.
 */
public record MessageRow(
        UUID id,
        Instant receivedAt,
        String channel,
        String customer,
        String reference,
        String kind,
        String format,
        String contentType,
        long size,
        boolean test,
        String status,
        Instant changedAt) {}
