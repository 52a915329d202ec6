package org.koppel.operations;

import java.time.Instant;
import java.util.UUID;

/** What a person did: {@code action} is a stable word ({@code RESEND}); subject and detail may be null. */
public record AuditEntry(Instant at, String who, String action, UUID subject, String detail) {}
