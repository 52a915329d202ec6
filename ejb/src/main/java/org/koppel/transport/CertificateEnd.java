package org.koppel.transport;

import java.time.Instant;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** When a certificate ends that a channel, or a way in, lives on. {@code customer} is null for one of the back office. */
public record CertificateEnd(boolean wayIn, UUID id, PartyId customer, TransportId transport, Instant end) {}
