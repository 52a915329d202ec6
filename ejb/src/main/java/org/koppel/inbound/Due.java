package org.koppel.inbound;

import java.util.UUID;

/** A row waits for its listener from now on; news for whoever sends its id on after the commit. */
record Due(Work work, UUID id) {}
