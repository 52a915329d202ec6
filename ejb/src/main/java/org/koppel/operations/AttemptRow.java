package org.koppel.operations;

import java.time.Instant;
import java.util.UUID;

/** One attempt at a delivery; {@code code} is short and stable ({@code SMTP_550}), {@code detail} (may be null) for a person. */
public record AttemptRow(
        UUID delivery, int number, Instant startedAt, Instant endedAt, String outcome, String code, String detail) {}
