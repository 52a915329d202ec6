package org.koppel.inbound.pickup;

import java.time.Instant;
import java.util.UUID;

/** A way in that this node visits now; nobody else does as long as its lease is kept. */
record Claim(WayIn way, UUID run, Instant startedAt) {}
