package org.koppel.operations;

import java.time.Instant;
import java.util.UUID;

/** What a partner said about a delivery: by which document of its, of which kind, whether it took it, and its words (may be null). */
public record ReceiptRow(UUID document, String kind, boolean accepted, String detail, Instant receivedAt) {}
