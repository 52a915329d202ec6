package org.koppel.inbound;

import java.time.Instant;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * Where a document came from: its own archived id, the message and that message's reference (the partner's id of it, may be
 * null), the customer, when it came, and whether it is only a test.
 */
public record Received(
        UUID document, UUID message, String reference, PartyId customer, Instant receivedAt, boolean test) {}
